import { chromiumOptions } from './chromium-options.ts'
import { chromiumTab, setWishes, type ChromiumTab } from './chromium-tab.ts'
import type { Browser, Looks } from './engine.ts'
import { prepareEveryTarget } from './every-target.ts'
import { Hearing } from './hearing.ts'
import { hostRules, type Hosts } from '../network/hosts.ts'
import type { Pointing } from '../network/pointing.ts'
import { startProgram, tabsOf } from './puppet-program.ts'

export interface Chromium extends Browser {
  open(url: string): Promise<ChromiumTab>
  tabs(): Promise<readonly ChromiumTab[]>
  /** What scripts threw and what they wrote to the console as a warning or an error. */
  complaints(): readonly string[]
}

type ChromiumLooks = Looks & {
  /** Pixels of the screen for one of the page. */
  readonly sharpness?: number
  readonly hosts?: Hosts
  readonly pointing?: Pointing
  /** A script that runs in every page before the page's own. */
  readonly beforePages?: string
  /** How long a tab waits for what is to be pressed or filled in. */
  readonly patienceMs?: number
}

/** Reaches the tests' own hosts at 127.0.0.1 and nobody else. Every tab believes that it is in front. */
export async function openChromium(looks: ChromiumLooks = {}): Promise<Chromium> {
  const {
    colours = 'light',
    language = 'en-GB',
    sharpness = 1,
    hosts = {},
    pointing,
    beforePages,
    patienceMs = 5_000,
  } = looks
  const { puppet, close } = await startProgram('chromium', {
    ...chromiumOptions(language, hostRules(hosts), pointing),
    defaultViewport: { width: 800, height: 900, deviceScaleFactor: sharpness },
  })
  const hearing = new Hearing()
  const sessionOf = await prepareEveryTarget(puppet, async (session, type) => {
    const heard = hearing.listen(session)
    if (type !== 'page') return heard
    return Promise.all([
      heard,
      session.send('Page.enable'),
      ...(beforePages === undefined
        ? []
        : [session.send('Page.addScriptToEvaluateOnNewDocument', { source: beforePages })]),
      session.send('Emulation.setFocusEmulationEnabled', { enabled: true }),
      setWishes(session, { colours }),
    ])
  })
  return {
    name: 'chromium',
    ...(await tabsOf(puppet, async (page) =>
      chromiumTab(page, await sessionOf(page), { colours, sharpness, patienceMs }),
    )),
    requests: () => hearing.requests,
    complaints: () => hearing.complaints,
    close,
  }
}
