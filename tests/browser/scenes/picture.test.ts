import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openChromium, type Chromium } from '../drivers/chromium.ts'
import { fileOf, PICTURES, THEMES } from './picture.ts'
import { differenceOf } from './picture-difference.ts'
import { recordIn, type PictureRecord } from './picture-record.ts'
import { takePictures } from './take-pictures.ts'

/** What letters on other pixels and another number of milliseconds make of it. */
const MOST_DIFFERENT = 0.01
const MOST_BYTES = 60_000
const WORDS = { journey: 'Attic NAS', trouble: 'Attic NAS', map: 'kept-off' } as const

let taken: ReadonlyMap<string, Buffer>
let browser: Chromium
beforeAll(async () => {
  taken = await takePictures(inject('realPage'))
  browser = await openChromium()
}, 180_000)
afterAll(() => browser.close())

const pictures = PICTURES.flatMap((name) => THEMES.map((theme) => ({ name, file: fileOf(name, theme) })))

describe.each(pictures)('$file ("npm run pictures" takes it anew)', ({ name, file }) => {
  const both = async (): Promise<readonly [kept: Buffer, now: Buffer]> => [
    await readFile(file),
    taken.get(file) ?? expect.fail('It was not taken'),
  ]
  const records = async (): Promise<readonly (PictureRecord | null)[]> => (await both()).map(recordIn)

  it('shows the words and the looks of the page as it is', async () => {
    const [old, now] = await records()
    expect(now?.shown.join('\n')).toContain(WORDS[name])
    expect(old?.shown).toEqual(now?.shown)
  })

  it('is drawn as the page is, where fonts are the same', async ({ skip }) => {
    const [old, now] = await records()
    skip(old?.font !== now?.font, 'The picture was taken with other fonts than this computer has')
    const blank = await browser.open('about:blank')
    expect(await differenceOf(...(await both()), blank)).toBeLessThan(MOST_DIFFERENT)
  })

  it('is small', async () => {
    expect((await both())[0].length).toBeLessThan(MOST_BYTES)
  })
})
