import { drawPlan } from '../plan/draw-plan.ts'
import type { Plan } from '../plan/plan.ts'
import { shrunk } from '../plan/shrink.ts'
import type { BuiltPage } from '../page/built-page.ts'
import { live, type Lived } from '../world/live.ts'
import { newSlots } from '../world/slots.ts'
import { prepareProcess, xmlParser } from './prepare.ts'

/** One evening as a story; where a promise is broken, also the smallest part of it in which it still is. */
export async function storyOf(page: BuiltPage, seed: number): Promise<{ text: string; failed: boolean }> {
  prepareProcess()
  const slots = newSlots(page, xmlParser())
  const plan = drawPlan(seed)
  const whole = await live(plan, slots)
  if (whole.broken === null) return { text: `${told(whole)}\n\nEvery promise was kept.`, failed: false }
  const { promise } = whole.broken
  const fails = async (smaller: Plan): Promise<boolean> =>
    (await live(smaller, slots)).broken?.promise === promise
  const smallest = await live(await shrunk(plan, fails), slots)
  return {
    text: `${told(whole)}\n\nThe smallest part of it that still fails:\n\n${told(smallest)}`,
    failed: true,
  }
}

function told({ plan, story, broken }: Lived): string {
  const home = plan.hosts.map(
    ({ name, address, claimed, usual }) => `${name} (${usual}${claimed ? ', linked' : ''}) at ${address}`,
  )
  const lines = story.map(({ atMs, sentence }) => `${(atMs / 1_000).toFixed(3).padStart(9)} s  ${sentence}.`)
  return [
    `Evening ${plan.seed}. At home: ${home.join('; ')}. Other addresses: ${plan.elsewhere}.`,
    `The page: ${plan.opening.way}, drawn by ${plan.look === 'app' ? 'the app' : plan.look === 'first' ? 'the first look' : 'the first look, and a late app'}.`,
    ...lines,
    ...(broken === null
      ? []
      : [
          `${(broken.atMs / 1_000).toFixed(3).padStart(9)} s  BROKEN "${broken.promise}": ${broken.sentence}.`,
        ]),
  ].join('\n')
}
