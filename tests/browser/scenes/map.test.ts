import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium, type Chromium } from '../drivers/chromium.ts'
import type { ChromiumTab } from '../drivers/chromium-tab.ts'
import { ELSEWHERE } from './build.ts'
import { openScene, type SceneName } from './scene-list.ts'

let browser: Chromium

beforeAll(async () => {
  browser = await openChromium({ hosts: ELSEWHERE })
})
afterAll(() => browser.close())

const MAP = `document.querySelector('header [aria-hidden=true]')`
/** The places and marks of the map, as boxes from its upper left corner. */
const BOXES = `(() => {
  const { left, top } = ${MAP}.getBoundingClientRect()
  return [...${MAP}.querySelectorAll('svg')].filter((each) => each.getClientRects().length > 0)
    .map((each) => each.getBoundingClientRect())
    .map((box) => ({ x: Math.round(box.x - left), y: Math.round(box.y - top), width: box.width }))
})()`

type Box = { readonly x: number; readonly y: number; readonly width: number }

async function withScene(name: SceneName, look: (tab: ChromiumTab) => Promise<void>): Promise<void> {
  const { tab, clearAway } = await openScene(browser, name)
  await tab.wish({ lessMotion: true })
  await look(tab)
  await clearAway()
}

const isSorted = (numbers: readonly number[]): boolean =>
  numbers.every((each, index) => index === 0 || each > (numbers[index - 1] ?? Infinity))

describe('the map', () => {
  it('is low, with its captions as well, and as wide as the page', () =>
    withScene('confirming', async (tab) => {
      await tab.size(800, 900)
      expect(await tab.read<number>(`${MAP}.offsetHeight`)).toBeLessThanOrEqual(32)
      expect(await tab.read<number>(`${MAP}.parentElement.offsetHeight`)).toBeLessThanOrEqual(56)
      expect(await tab.read(`${MAP}.offsetWidth === document.querySelector('main').offsetWidth`)).toBe(true)
    }))

  it('leads from this device to the account, and from right to left where people read so', () =>
    withScene('unclaimed', async (tab) => {
      await tab.size(320, 640)
      const boxes = await tab.read<Box[]>(BOXES)
      expect(boxes).toHaveLength(5)
      expect(isSorted(boxes.map(({ x }) => x))).toBe(true)
      await tab.run(`document.documentElement.dir = 'rtl'`)
      const mirrored = await tab.read<Box[]>(BOXES)
      expect(isSorted(mirrored.map(({ x }) => -x))).toBe(true)
      expect(mirrored.map(({ width }) => width)).toEqual(boxes.map(({ width }) => width))
    }))

  it('leads from top to bottom where there is no room, with each step beside', () =>
    withScene('confirming', async (tab) => {
      await tab.size(256, 640)
      const boxes = await tab.read<Box[]>(BOXES)
      expect(boxes).toHaveLength(5)
      expect(isSorted(boxes.map(({ y }) => y))).toBe(true)
      const captions = await tab.read<number[]>(
        `[...document.querySelectorAll('header ol li')].map((each) => each.getBoundingClientRect().left)`,
      )
      expect(Math.min(...captions)).toBeGreaterThan(28)
      expect(await tab.read('document.documentElement.scrollWidth')).toBe(256)
    }))

  it('is green where the server is linked, and nowhere else', async () => {
    const greens = `(() => {
      const probe = document.body.appendChild(document.createElement('i'))
      probe.style.color = 'var(--claimed)'
      const green = getComputedStyle(probe).color
      probe.remove()
      return [...${MAP}.querySelectorAll('*')].map((each) => getComputedStyle(each).color === green)
    })()`
    await withScene('claimed', async (tab) => {
      expect(await tab.read<boolean[]>(greens)).not.toContain(false)
    })
    for (const name of ['unclaimed', 'confirming', 'hearsay', 'overdue'] as const) {
      await withScene(name, async (tab) => {
        expect(await tab.read<boolean[]>(greens)).not.toContain(true)
      })
    }
  })

  it('is drawn in one colour where colours are forced', () =>
    withScene('starting, known', async (tab) => {
      await tab.wish({ forcedColours: true, lessMotion: true })
      const lines = await tab.read<string[]>(
        `[...${MAP}.querySelectorAll('svg path')].map((line) => getComputedStyle(line).stroke)`,
      )
      expect(new Set(lines)).toEqual(new Set([await tab.read(`getComputedStyle(${MAP}).color`)]))
    }))

  it('draws the tick once, and stands still where that is wished', async () => {
    const { tab, clearAway } = await openScene(browser, 'claimed')
    expect(
      await tab.read<string>(`[...${MAP}.querySelectorAll('svg')].map((each) =>
      getComputedStyle(each).animationName).join()`),
    ).toContain('draw')
    await tab.wish({ lessMotion: true })
    expect(await tab.read(`document.getAnimations().length`)).toBe(0)
    await clearAway()
  })
})
