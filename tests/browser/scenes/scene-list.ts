import type { Chromium, ChromiumTab } from '../drivers/chromium.ts'
import { until } from '../drivers/people.ts'
import { Stagehand, type Also } from './scene-maker.ts'
import * as staging from './build.ts'

/** A screen that stands still until it is struck. */
export type Scene = { readonly tab: ChromiumTab; readonly strike: () => Promise<void> }

/** What must be on screen, and what leads there. */
type Plan = readonly [stage: string, heading: string, build: staging.Build, words?: string]

const { fileOf } = staging
const FOR_EVER = { times: { maintenanceMs: 0, flappingMs: 3_600_000 } }

const GONE = "We can't reach your server"
const BLOCKED = 'Your browser keeps this page off your network'
const HIDING = "Your server is there, but it won't talk to this file"
const NO_FLAG = "Your server is there, but doesn't say whether it is claimed"
const OTHER = 'Something else answers here'
const STARTING = 'Your server is starting'
const READY = 'Your server is ready to be claimed'
const WAITING = 'Finish signing in in the other tab'
const CLAIMED = 'Your server is claimed'

/** Every screen that there is, by name. */
const PLANS = {
  looking: ['looking', 'Looking for your server', staging.looking],
  'looking, found': ['looking', 'Found your server', staging.found],
  choosing: ['choosing', 'Which one is yours?', staging.choosing, 'Claimed'],
  'missing, silent': ['missing', GONE, fileOf('silent'), 'Nothing answered'],
  'missing, refused': ['missing', GONE, staging.refused, 'failed at once'],
  searching: ['looking', 'Searching your network', staging.searching, '2 servers so far'],
  'missing, unknown network': ['missing', GONE, staging.unknownNetwork, 'How do the addresses'],
  'missing, searched': ['missing', GONE, staging.searchedInVain, 'failed at once, which'],
  'missing, ask first': ['missing', 'Is this address yours?', staging.farAway],
  blocked: ['blocked', BLOCKED, staging.fromTheInternet],
  'unreadable, hidden': ['unreadable', HIDING, fileOf('hiding')],
  'unreadable, no claim state': ['unreadable', NO_FLAG, fileOf('no-flag')],
  'stranger, machine': ['stranger', OTHER, fileOf('another-machine')],
  'stranger, product': ['stranger', OTHER, fileOf('printer')],
  starting: ['starting', STARTING, fileOf('stuck-starting')],
  'starting, known': ['starting', STARTING, fileOf('starting', FOR_EVER), 'Attic NAS'],
  unclaimed: ['unclaimed', READY, fileOf('unclaimed')],
  'unclaimed, declined': ['unclaimed', 'Not now, then', staging.declined],
  'unclaimed, broken stamp': ['unclaimed', READY, staging.brokenStamp],
  confirming: ['confirming', WAITING, staging.signingIn, 'more minutes'],
  'confirming, restarting': ['confirming', WAITING, staging.restarting, 'is restarting'],
  'confirming, overdue': ['confirming', 'Still not claimed', staging.overdue],
  claimed: ['claimed', CLAIMED, fileOf('claimed')],
  'claimed, starting': ['claimed', CLAIMED, fileOf('restarting-claimed', FOR_EVER), 'still starting'],
  'claimed, switched off': ['claimed', CLAIMED, staging.switchedOff, "isn't answering"],
  'unclaimed, code refused': ['unclaimed', READY, staging.codeRefused, 'did not accept the code'],
  'confirming, code': ['confirming', 'Your server is being linked', staging.codeSent],
  'help, requirement': ['unclaimed', 'Does my server have to be claimed?', staging.help('requirement')],
  'help, opt-out': ['unclaimed', 'Doing without claiming', staging.help('opt-out'), 'enableLocalSecurity /t'],
  'help, find the file': ['unclaimed', 'Where the file is', staging.help('find-the-file'), 'LOCALAPPDATA'],
  'help, recover': ['unclaimed', 'Sign-in no longer accepted', staging.help('recover'), 'reg export'],
  'help, tunnel': ['unclaimed', 'A tunnel to a server far away', staging.help('tunnel')],
  'help, trouble': ['unclaimed', 'What is the trouble?', staging.describing, 'may no longer accept'],
  framed: ['blocked', 'This page only works on its own', staging.framed],
  crashed: ['crashed', 'This page made a mistake', staging.crashed],
} as const satisfies Readonly<Record<string, Plan>>

export type SceneName = keyof typeof PLANS

export const SCENES = Object.keys(PLANS) as readonly SceneName[]

/** Opens a screen by its name and waits until it is there. `also` goes into its stamp. */
export async function raise(browser: Chromium, name: SceneName, also: Also = {}): Promise<Scene> {
  const [stage, heading, build, words = '']: Plan = PLANS[name]
  const hand = new Stagehand(browser, also)
  try {
    const tab = await build(hand)
    await until(
      tab,
      (now) => now.stage === stage && now.heading === heading && now.text.includes(words),
      20_000,
    )
    return { tab, strike: () => hand.clearAway() }
  } catch (error) {
    await hand.clearAway()
    throw error
  }
}
