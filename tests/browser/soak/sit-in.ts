import { openFirefox } from '../drivers/puppet.ts'
import type { Tab } from '../drivers/engine.ts'
import { openWebkit } from '../drivers/webkit.ts'
import type { EngineName } from '../matrix/rows.ts'
import { sitInChromium } from './in-chromium.ts'
import { descendants, ownMemoryKb, processorMs, type Process } from './processes.ts'
import type { Sitting } from './sitting.ts'

export const SIT_IN: Readonly<Record<EngineName, (url: string) => Promise<Sitting>>> = {
  chromium: sitInChromium,
  firefox: (url) => sitIn(openFirefox, url, ({ name }) => name.startsWith('file:')),
  webkit: (url) => sitIn(openWebkit, url, ({ name }) => name.startsWith('WebKitWebProces')),
}

async function sitIn(
  openBrowser: typeof openFirefox,
  url: string,
  holdsPages: (process: Process) => boolean,
): Promise<Sitting> {
  const browser = await openBrowser()
  const tab = await browser.open(url)
  // A browser's first page is blank; ours is in the one that was started last.
  const pid = descendants()
    .filter(holdsPages)
    .reduce((latest, each) => Math.max(latest, each.pid), 0)
  if (pid === 0) throw new Error(`No process of ${browser.name} holds the page`)
  return {
    read: (expression) => tab.read(expression),
    pressAndReturn: async (selector) => {
      await tab.click(selector)
      await closeOthers(await browser.tabs(), tab)
      await tab.show()
    },
    figures: () =>
      Promise.resolve({
        processorMs: processorMs(pid),
        heapBytes: null,
        nodes: null,
        listeners: null,
        memoryKb: ownMemoryKb(pid),
      }),
    end: () => browser.close(),
  }
}

async function closeOthers(tabs: readonly Tab[], but: Tab): Promise<void> {
  for (const each of tabs) if (each !== but) await each.close()
}
