import type { Address } from '../../lib/address.ts'
import type { AddressHistory } from '../../server/address-history.ts'
import type { Pace } from '../screen/pace.ts'
import type { Screen } from '../screen/screen.ts'

/** Who asks the addresses, and keeps what they said. The app has the query library do it, the first look a plain loop. */
export type Asker = {
  /** Asks the new ones among them; what each has said, in this order, null before its first answer. */
  readonly useHistories: (addresses: readonly Address[]) => readonly (AddressHistory | null)[]
  /** Keeps each address asked at its pace. */
  readonly usePace: (pace: Pace) => void
  /** Asks one address at once; a question that is under way there is dropped for the new one. */
  readonly askAgain: (address: Address) => void
  readonly askAllAgain: () => void
  /** Forgets what second questions have found, because the person may know better. */
  readonly forgetSecondQuestions: () => void
}

/**
 * Asks at once instead of waiting for the next turn. After sleep a question may hang on a connection that is long gone. A
 * server on screen that answers is asked alone, unless it only stands in for another address.
 */
export function askNow(asker: Asker, { server }: Screen): void {
  const alone = server !== null && server.history.failures === 0 && server.standing === 'promised'
  if (alone) asker.askAgain(server.address)
  else asker.askAllAgain()
}

/** The same because the person says so, who may know better than an old answer whether anybody is there. */
export function askAfresh(asker: Asker, screen: Screen): void {
  asker.forgetSecondQuestions()
  askNow(asker, screen)
}
