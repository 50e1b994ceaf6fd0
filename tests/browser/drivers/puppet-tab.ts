import { writeFile } from 'node:fs/promises'
import type { Frame, KeyInput, Page } from 'puppeteer-core'
import type { Tab } from './engine.ts'

/** A tab with this frame in it: keys, size and pictures are the tab's, the rest is the frame's. */
export function puppetTab(page: Page, frame: () => Frame): Tab {
  return {
    goTo: async (url) => void (await frame().goto(url)),
    reload: async () => void (await page.reload()),
    url: () => Promise.resolve(frame().url()),
    click: (selector) => frame().click(selector),
    type: async (selector, text) => {
      await frame().$eval(selector, (field) => ((field as HTMLInputElement).value = ''))
      await frame().type(selector, text)
    },
    press: (key) => page.keyboard.press(key as KeyInput),
    read: async <T>(expression: string) => (await frame().evaluate(expression)) as T,
    run: async <T>(script: string) => (await frame().evaluate(script)) as T,
    show: () => page.bringToFront(),
    size: (width, height) => page.setViewport({ width, height }),
    screenshot: async (path) => {
      await writeFile(path, await page.screenshot({ fullPage: true }))
    },
    close: () => page.close(),
  }
}
