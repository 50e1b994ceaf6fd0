import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openChromium, type Chromium } from '../drivers/chromium.ts'
import { differenceOf, PICTURE, takePicture } from './picture.ts'
import { recordIn } from './picture-record.ts'

/** What letters on other pixels and another number of milliseconds make of it. */
const MOST_DIFFERENT = 0.01

describe(`${PICTURE} ("npm run pictures" takes it anew)`, () => {
  let [kept, taken]: Buffer[] = []
  let browser: Chromium
  beforeAll(async () => {
    kept = await readFile(PICTURE)
    taken = await takePicture(inject('realPage'))
    browser = await openChromium()
  })
  afterAll(() => browser.close())

  const pictures = (): readonly [kept: Buffer, taken: Buffer] => {
    if (kept === undefined || taken === undefined) throw new Error('No picture was taken')
    return [kept, taken]
  }

  it('shows the words and the looks of the page as it is', () => {
    const [old, now] = pictures().map(recordIn)
    expect(now?.shown.join('\n')).toContain('Attic NAS')
    expect(old?.shown).toEqual(now?.shown)
  })

  it('is drawn as the page is, where fonts are the same', async ({ skip }) => {
    const [old, now] = pictures().map(recordIn)
    skip(
      old !== null && old?.font !== now?.font,
      'The picture was taken with other fonts than this computer has',
    )
    const blank = await browser.open('about:blank')
    expect(await differenceOf(...pictures(), blank)).toBeLessThan(MOST_DIFFERENT)
  })

  it('is small enough for a README', () => {
    expect(pictures()[0].length).toBeLessThan(150_000)
  })
})
