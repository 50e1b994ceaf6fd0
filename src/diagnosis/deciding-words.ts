import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { DecidingQuestion } from './deciding.ts'
import { QUESTION_WORDS } from './question-words.ts'

type Words = {
  readonly ask: MessageDescriptor
  readonly answers: Readonly<Record<string, MessageDescriptor>>
}

export const DECIDING_WORDS: Readonly<Record<DecidingQuestion, Words>> = {
  ...QUESTION_WORDS,
  where: {
    ask: msg`Where does it fail?`,
    answers: {
      outside: msg`Only away from home`,
      browser: msg`Only in one browser`,
      everywhere: msg`Everywhere`,
    },
  },
  owner: {
    ask: msg`Which account was the server linked to before?`,
    answers: {
      me: msg`The one I use now`,
      other: msg`Another one`,
      nobody: msg`None`,
    },
  },
}
