import type { Behaviour } from '../../../src/mocks/behaviours.ts'
import { startHost, type HostOptions, type PretendHost } from '../../../src/mocks/http-host.ts'
import { originOf } from '../../../src/mocks/listener.ts'
import type { Chromium } from '../drivers/chromium.ts'
import type { ChromiumTab } from '../drivers/chromium-tab.ts'
import { MACHINE, openedTab, startAfresh } from '../drivers/people.ts'
import { fileFor, pageFor, type Stamped } from './stamped-file.ts'

/** What else there is in a scene. */
export type Also = {
  readonly friendlyName?: string
  /** What the server also wrote into its page. */
  readonly addresses?: readonly string[]
  /** Where the scene's hosts are, for the browser: an address that leads to this computer. */
  readonly at?: string
}

/** Builds what a scene needs, and clears it all away afterwards. */
export class SceneMaker {
  readonly #undo: (() => Promise<unknown>)[] = []
  readonly browser: Chromium
  readonly #also: Also
  readonly #which: 'demoPage' | 'realPage'

  constructor(browser: Chromium, also: Also = {}, which: 'demoPage' | 'realPage' = 'demoPage') {
    this.browser = browser
    this.#also = also
    this.#which = which
  }

  async host(behaviour: Behaviour, options: Partial<HostOptions> = {}): Promise<PretendHost> {
    const host = await startHost({ machineIdentifier: MACHINE, ...options, behaviour })
    this.later(host.stop)
    const { at } = this.#also
    return at === undefined ? host : { ...host, origin: originOf(at, host.port) }
  }

  /** The text of the page that a server with these addresses gives away. */
  page(addresses: readonly unknown[], more: Stamped = {}): Promise<string> {
    return pageFor(this.#stamp(addresses, more), this.#which)
  }

  /** Opens the file that such a server left on the disk; `hash` is the end of the link. */
  async open(addresses: readonly unknown[], more: Stamped = {}, hash = ''): Promise<ChromiumTab> {
    const file = await fileFor(this.#stamp(addresses, more), this.#which)
    this.later(file.remove)
    return this.browser.open(`${file.url}${hash}`)
  }

  /** Follows the link that opens sign-in beside the page, and closes what it opened. */
  async signIn(tab: ChromiumTab): Promise<void> {
    const before = await this.browser.tabs()
    await tab.click('[data-action=sign-in]')
    await (await openedTab(this.browser, before)).close()
  }

  later(undo: () => Promise<unknown>): void {
    this.#undo.push(undo)
  }

  async clearAway(): Promise<void> {
    await startAfresh(this.browser)
    for (const undo of this.#undo.splice(0)) await undo()
  }

  #stamp(addresses: readonly unknown[], { server, signIn }: Stamped): Stamped {
    const { friendlyName = 'Attic NAS', addresses: others = [] } = this.#also
    const usual = { machineIdentifier: MACHINE, friendlyName, platform: 'Linux' }
    return {
      server: { ...usual, addresses: [...addresses, ...others], ...server },
      ...(signIn === undefined ? {} : { signIn }),
    }
  }
}
