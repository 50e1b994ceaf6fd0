import { builtPage } from '../page/built-page.ts'
import { many } from '../run/many.ts'
import { PLANTED } from './planted.ts'
import { withBug } from './with-bug.ts'

type Search = {
  readonly from: number
  readonly seeds: number
  readonly named: string
  readonly say: (text: string) => void
}

/** Is each planted bug found? Tells by which seed, and which promise it breaks. */
export async function findPlanted({ from, seeds, named, say }: Search): Promise<boolean> {
  let found = 0
  const bugs = PLANTED.filter(({ name }) => name.includes(named))
  for (const bug of bugs) {
    const page = await builtPage([withBug(bug)])
    const { failed } = await many({ page, from, seeds, untilFirst: true })
    const [first] = failed
    if (first !== undefined) found += 1
    say(
      first === undefined
        ? `| ${bug.name} | not found | |`
        : `| ${bug.name} | ${first.seed ?? 'left open'} | ${first.promise} |`,
    )
  }
  say(`${found} of ${bugs.length} planted bugs were found`)
  return found === bugs.length
}
