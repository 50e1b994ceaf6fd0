import { mkdir, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openChromium, type Chromium } from '../drivers/chromium.ts'
import { openScene, SCENES, type SceneName } from './scene-list.ts'
import { AT_HOME, ELSEWHERE } from './build.ts'

const FOLDER = resolve('dist/screens')
const SIZES = [
  [320, 640],
  [360, 740],
  [800, 900],
  [1366, 640],
  [1920, 1080],
] as const
const PNG = '\x89PNG\r\n\x1a\n'

let browser: Chromium

beforeAll(async () => {
  await mkdir(FOLDER, { recursive: true })
  browser = await openChromium({ hosts: ELSEWHERE })
})
afterAll(() => browser.close())

it.each(SCENES)('takes pictures of "%s"', async (name) => {
  const { tab, clearAway } = await openScene(browser, name, AT_HOME)
  for (const colours of ['light', 'dark'] as const) {
    await tab.wish({ colours, lessMotion: true })
    for (const [width, height] of SIZES) {
      await tab.size(width, height)
      const file = `${FOLDER}/${name.replace(/\W+/g, '-')}-${colours}-${width}.png`
      await tab.screenshot(file)
      const picture = await readFile(file)
      expect(picture.toString('latin1', 0, 8)).toBe(PNG)
      expect(picture.readUInt32BE(16)).toBe(width)
      expect(picture.length).toBeGreaterThan(5_000)
    }
  }
  await clearAway()
})

it.each<SceneName>(['choosing', 'missing, refused', 'unclaimed, broken stamp', 'confirming', 'claimed'])(
  'keeps every border and line where colours are forced: "%s"',
  async (name) => {
    const { tab, clearAway } = await openScene(browser, name)
    await tab.wish({ forcedColours: true, lessMotion: true })
    const lost =
      await tab.read(`[...document.querySelectorAll('main button, main a, main input:not([type=radio]), main section')]
      .filter((box) => parseFloat(getComputedStyle(box).borderTopWidth) < 1 ||
        getComputedStyle(box).borderTopColor === getComputedStyle(document.body).backgroundColor)
      .map((box) => box.outerHTML)`)
    expect(lost).toEqual([])
    const lines = `[...document.querySelectorAll('main svg path')].map((line) =>
      getComputedStyle(line).stroke === getComputedStyle(line.closest('svg').parentElement).color)`
    expect(await tab.read<boolean[]>(lines)).not.toContain(false)
    // The bar beside the heading is a background; there a ring stands in for it.
    await tab.run(`document.querySelector('h1').focus()`)
    await tab.press('Shift')
    expect(await tab.read(`getComputedStyle(document.querySelector('h1')).outlineStyle`)).toBe('solid')
    await tab.screenshot(`${FOLDER}/${name.replace(/\W+/g, '-')}-forced-800.png`)
    await clearAway()
  },
)

it('pulses for a minute while it waits, moves nothing else for long, and nothing at all where that is wished', async () => {
  const { tab, clearAway } = await openScene(browser, 'confirming')
  const animations = 'document.getAnimations().map(({ animationName }) => animationName)'
  const names = await tab.read<string[]>(animations)
  expect(names).not.toEqual([])
  expect(names.filter((name) => !name.includes('pulse'))).toEqual([])
  const lastsMs =
    'Math.max(...document.getAnimations().map(({ effect }) => effect.getComputedTiming().endTime))'
  expect(await tab.read(lastsMs)).toBeLessThan(70_000)
  const longest = `Math.max(...[...document.querySelectorAll('*')].flatMap((element) =>
    getComputedStyle(element).transitionDuration.split(',').map(parseFloat)))`
  expect(await tab.read(longest)).toBeLessThanOrEqual(0.2)
  await tab.wish({ lessMotion: true })
  expect(await tab.read(animations)).toEqual([])
  expect(await tab.read(longest)).toBe(0)
  await clearAway()
})
