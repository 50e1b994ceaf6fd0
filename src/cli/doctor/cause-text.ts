import { CAUSE_CODES } from '../../diagnosis/cause.ts'
import type { SignName } from '../../diagnosis/sign-name.ts'
import { SIGN_WORDS } from '../../diagnosis/sign-words.ts'
import type { Finding } from '../../diagnosis/verdict.ts'
import { wordsFor } from '../../diagnosis/words-for.ts'

type Message = ReturnType<typeof wordsFor>['title']

/** A cause in the page's own words. */
export type CauseText = {
  readonly code: string
  readonly confidence: Finding['confidence']
  readonly title: string
  /** What is worth saying beside the title. */
  readonly says: string
  readonly steps: readonly string[]
}

/** What the page says of itself, and of the browser that it is in, is of no use beside a server. */
const OF_THE_PAGE = /\b(?:(?:this|the) (?:page|browser)|search the network|type the)\b/i
const SENTENCE_ENDS = /(?<=[.!?])\s+/

export function causeTextOf(finding: Finding): CauseText {
  const { title, says, steps } = wordsFor(finding)
  return {
    code: CAUSE_CODES[finding.cause],
    confidence: finding.confidence,
    title: englishOf(title),
    says: englishOf(says)
      .split(SENTENCE_ENDS)
      .filter((sentence) => !OF_THE_PAGE.test(sentence))
      .join(' '),
    steps: steps.map(englishOf).filter((step) => !OF_THE_PAGE.test(step)),
  }
}

/** What a page sees from a browser is seen from the server's computer here. */
const SEEN_HERE: Partial<Record<SignName, string>> = {
  'account-unreachable': "The server's computer does not reach the account service.",
  'clock-off': "The clock of the server's computer is minutes away from the account service's.",
}

/** What speaks for a cause, as it is seen from here. */
export function signText(sign: SignName): string {
  return SEEN_HERE[sign] ?? englishOf(SIGN_WORDS[sign])
}

/** The words that stand in the source. Those of causes hold no values. */
function englishOf({ message }: Message): string {
  if (message === undefined) throw new Error('this program was built without its words')
  return message
}
