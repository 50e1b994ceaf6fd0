import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, {
  ProtocolError,
  type Browser as Puppet,
  type LaunchOptions,
  type Page,
} from 'puppeteer-core'
import type { Browser, Tab } from './engine.ts'

type Program = { readonly puppet: Puppet } & Pick<Browser, 'close'>

/** Starts a browser that Puppeteer drives, with a profile of its own. */
export async function startProgram(name: string, options: LaunchOptions): Promise<Program> {
  const profile = await mkdtemp(join(tmpdir(), `setup-plex-${name}-`))
  const puppet = await puppeteer.launch({
    headless: true,
    protocolTimeout: 30_000,
    defaultViewport: { width: 800, height: 900 },
    userDataDir: profile,
    ...options,
  })
  return {
    puppet,
    close: async () => {
      await puppet.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

type Tabs<Own> = { open(url: string): Promise<Own>; tabs(): Promise<readonly Own[]> }

/** The tabs of a program beside its first one, which is blank. Each page becomes a tab once. */
export async function tabsOf<Own extends Tab>(
  puppet: Puppet,
  asTab: (page: Page) => Promise<Own>,
): Promise<Tabs<Own>> {
  const tabs = new Map<Page, Promise<Own>>()
  const tabOf = (page: Page): Promise<Own> => {
    const tab = tabs.get(page) ?? asTab(page)
    tabs.set(page, tab)
    return tab
  }
  const blank = new Set(await puppet.pages())
  return {
    open: async (url) => {
      const tab = await tabOf(await newPage(puppet))
      await tab.goTo(url)
      return tab
    },
    tabs: async () => Promise.all((await puppet.pages()).filter((page) => !blank.has(page)).map(tabOf)),
  }
}

/**
 * A new tab. Chromium sometimes refuses one with these words while another tab is closing, before it has opened anything;
 * it does not twice.
 */
function newPage(puppet: Puppet): Promise<Page> {
  return puppet.newPage().catch((refusal: unknown) => {
    if (refusal instanceof ProtocolError && refusal.message.includes('Session with given id not found')) {
      return puppet.newPage()
    }
    throw refusal
  })
}
