import type { Topic } from '../../../src/routes/topics.ts'
import type { ScreenName } from '../../../src/wizard/screen/screen.ts'
import type { Chromium } from '../drivers/chromium.ts'
import type { ChromiumTab } from '../drivers/chromium-tab.ts'
import { until } from '../drivers/people.ts'
import * as build from './build.ts'
import { SceneMaker, type Also } from './scene-maker.ts'

/** A screen that stands still until it is cleared away. */
export type Scene = { readonly tab: ChromiumTab; readonly clearAway: () => Promise<void> }

/** Everything that the page shows, by what it then calls itself in `data-screen`. */
type Shown = ScreenName | `help-${Topic}` | 'framed' | 'crashed'

/** What leads to a screen, and words by which one knows this scene from the others of the same screen. */
type Plan = readonly [lead: build.Build, words?: string]

const { fileOf, help } = build
const FOR_EVER = { times: { maintenanceMs: 0, flappingMs: 3_600_000 } }

/** A screen without a scene does not compile. */
const PLANS = {
  looking: { usual: [build.looking] },
  found: { usual: [build.found] },
  searching: { usual: [build.searching, 'Linked'] },
  choosing: { usual: [build.choosing, 'Linked'] },
  'ask-first': { usual: [build.farAway] },
  missing: {
    usual: [fileOf('silent'), 'off or sleeping'],
    refused: [build.refused, 'without the server running'],
    'first visit': [build.unknownNetwork, "Let's find your server"],
    'asked for the router': [build.askedForRouter, 'Which router do you have'],
    searched: [build.searchedInVain, 'failed at once, which'],
  },
  blocked: { usual: [build.fromTheInternet] },
  hidden: { usual: [fileOf('hiding')] },
  'no-claim-state': { usual: [fileOf('no-flag')] },
  'another-machine': { usual: [fileOf('another-machine')] },
  'another-product': { usual: [fileOf('printer')] },
  starting: {
    usual: [fileOf('stuck-starting')],
    known: [fileOf('starting', FOR_EVER), 'Attic NAS'],
  },
  unclaimed: {
    usual: [fileOf('unclaimed')],
    'broken stamp': [build.brokenStamp],
    'code refused': [build.codeRefused, 'did not accept the code'],
    'unnamed address': [build.foundElsewhere('unclaimed')],
  },
  taking: { usual: [build.toBeOpened] },
  declined: { usual: [build.declined] },
  confirming: {
    usual: [build.signingIn, 'more minutes'],
    restarting: [build.restarting, 'is restarting'],
    'switched off': [build.switchedOffMeanwhile, "isn't answering"],
    hiding: [build.hidingMeanwhile, 'check by hand'],
    code: [build.codeSent, 'The code goes to your server'],
  },
  'ask-finished': { usual: [build.askedWhetherFinished] },
  overdue: { usual: [build.overdue] },
  claimed: {
    usual: [fileOf('claimed')],
    starting: [fileOf('restarting-claimed', FOR_EVER), 'still starting'],
    'switched off': [build.switchedOff, "isn't answering"],
  },
  hearsay: { usual: [build.foundElsewhere('claimed')] },
  'help-requirement': { usual: [help('requirement')] },
  'help-opt-out': { usual: [help('opt-out'), 'enableLocalSecurity /t'] },
  'help-find-the-file': { usual: [help('find-the-file'), 'LOCALAPPDATA'] },
  'help-recover': { usual: [help('recover'), 'reg export'] },
  'help-tunnel': { usual: [help('tunnel')] },
  'help-trouble': { usual: [build.describing, 'may no longer accept'] },
  framed: { usual: [build.framed] },
  crashed: { usual: [build.crashed] },
} as const satisfies Readonly<Record<Shown, { readonly usual: Plan; readonly [variant: string]: Plan }>>

type Variants<Screen extends Shown> = Exclude<keyof (typeof PLANS)[Screen] & string, 'usual'>

/** The name of a screen, or a screen and how this one differs from the usual one. */
export type SceneName = { [Screen in Shown]: Screen | `${Screen}, ${Variants<Screen>}` }[Shown]

const SCENE_OF: ReadonlyMap<string, { readonly shown: string; readonly plan: Plan }> = new Map(
  Object.entries(PLANS).flatMap(([shown, plans]) =>
    Object.entries<Plan>(plans).map(([variant, plan]) => [
      variant === 'usual' ? shown : `${shown}, ${variant}`,
      { shown, plan },
    ]),
  ),
)

export const SCENES = [...SCENE_OF.keys()] as readonly SceneName[]

/** Opens a scene and waits until it is there. `also` goes into its stamp. */
export async function openScene(browser: Chromium, name: SceneName, also: Also = {}): Promise<Scene> {
  const scene = SCENE_OF.get(name)
  if (scene === undefined) throw new Error(`There is no scene "${name}"`)
  const [lead, words = ''] = scene.plan
  const maker = new SceneMaker(browser, also)
  try {
    const tab = await lead(maker)
    await until(tab, (now) => now.screen === scene.shown && now.text.includes(words), 20_000)
    return { tab, clearAway: () => maker.clearAway() }
  } catch (error) {
    await maker.clearAway()
    throw error
  }
}
