import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Place } from '../server/place.ts'
import type { Answers } from './answers.ts'
import type { Question } from './verdict.ts'

const PLACE_WORDS: Record<Place, MessageDescriptor> = {
  'windows-app': msg`Windows, as a program`,
  'windows-service': msg`Windows, as a service`,
  mac: msg`Mac`,
  linux: msg`Linux`,
  docker: msg`Docker`,
  nas: msg`NAS`,
  rented: msg`A rented computer (VPS)`,
}

type QuestionWords<Q extends Question> = {
  readonly ask: MessageDescriptor
  readonly answers: Record<NonNullable<Answers[Q]>, MessageDescriptor>
}

/** The three questions, and what can be answered. */
export const QUESTION_WORDS: { readonly [Q in Question]: QuestionWords<Q> } = {
  changed: {
    ask: msg`Did you change the password, or remove a device from the account?`,
    answers: {
      password: msg`New password`,
      removed: msg`Removed a device`,
      no: msg`Neither`,
    },
  },
  moved: {
    ask: msg`Did you move the server, or install it again?`,
    answers: {
      moved: msg`Moved it`,
      reinstalled: msg`Installed it again`,
      no: msg`No`,
    },
  },
  runs: { ask: msg`Where does the server run?`, answers: PLACE_WORDS },
}
