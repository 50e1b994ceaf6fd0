import { SCREEN_NAMES, type ScreenName } from '../../../src/wizard/screen/screen.ts'
import { CANNOT_BE, TOO_RARE, type Unreached } from './unreached.ts'

/** As coverage counts them. */
export type Transition = `${ScreenName} → ${ScreenName}`

/** Each from one screen to another in the same tab. */
export const TRANSITIONS: readonly Transition[] = SCREEN_NAMES.flatMap((from) =>
  SCREEN_NAMES.filter((to) => to !== from).map((to): Transition => `${from} → ${to}`),
)

/** After so many evenings, whatever was not reached has to be listed. */
const ENOUGH_EVENINGS = 2_000

/** What is wrong with the lists, each in a sentence: they say that it can't be and it is, or say nothing and it is not. */
export function wrongLists(reached: Readonly<Record<string, number>>, evenings: number): readonly string[] {
  const impossible = namedBy(CANNOT_BE)
  const rare = namedBy(TOO_RARE)
  return [
    ...TRANSITIONS.filter((each) => each in reached && impossible.has(each)).map(
      (each) => `"${each}" was reached, and is listed as what can't be`,
    ),
    ...TRANSITIONS.filter(
      (each) => evenings >= ENOUGH_EVENINGS && !(each in reached) && !impossible.has(each) && !rare.has(each),
    ).map((each) => `"${each}" was not reached, and nothing says why`),
  ]
}

export function namedBy(lists: readonly Unreached[]): ReadonlySet<Transition> {
  return new Set(
    lists.flatMap(({ from, to }) =>
      from.split(' ').map((each): Transition => `${each as ScreenName} → ${to}`),
    ),
  )
}
