import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startHost } from '../../../src/mocks/http-host.ts'
import { filledPage } from '../../../src/stamp/write-stamp.ts'
import { openChromium, type Chromium } from '../drivers/chromium.ts'
import type { ChromiumTab } from '../drivers/chromium-tab.ts'
import { MACHINE, until } from '../drivers/people.ts'
import { FONT, SHOWN, withRecord, type PictureRecord } from './picture-record.ts'
import { smaller } from './small-png.ts'

/** The picture that README shows. */
export const PICTURE = 'docs/setup-plex.png'
/** An address that people have at home. */
const SHOWN_ADDRESS = '192.168.1.10:32400'
const WIDTH = 430

/** Opens the built page in this file, and takes a picture of it before and after a server is claimed, side by side. */
export async function takePicture(page: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'setup-plex-picture-'))
  const server = await startHost({ behaviour: 'unclaimed', machineIdentifier: MACHINE })
  const hosts = { [SHOWN_ADDRESS]: `127.0.0.1:${server.port}` }
  const browser = await openChromium({ sharpness: 2, hosts })
  try {
    const tab = await openedFile(browser, join(folder, 'page.html'), await stamped(page))
    await tab.wish({ lessMotion: true })
    await tab.size(WIDTH, 640)
    const shown: string[] = []
    for (const stage of ['unclaimed', 'claimed'] as const) {
      await server.become(stage)
      await until(tab, stage, 30_000)
      await tab.run('document.activeElement.blur()')
      shown.push(...(await tab.read<string[]>(SHOWN)))
      await tab.screenshot(join(folder, `${stage}.png`))
    }
    const record: PictureRecord = { shown, font: await tab.read(FONT) }
    const both = await openedFile(browser, join(folder, 'both.html'), SIDE_BY_SIDE)
    await both.size(2 * WIDTH + 72, 300)
    await both.screenshot(join(folder, 'both.png'))
    return withRecord(await smaller(await readFile(join(folder, 'both.png')), both), record)
  } finally {
    await browser.close()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const SIDE_BY_SIDE = `<!doctype html><style>
  body { display: flex; align-items: start; gap: 24px; margin: 0; padding: 24px; background: #e9dfd3 }
  img { width: ${WIDTH}px; border-radius: 12px }
</style><img src="unclaimed.png"><img src="claimed.png">`

async function stamped(page: string): Promise<string> {
  const server = { machineIdentifier: MACHINE, friendlyName: 'Attic NAS', platform: 'Linux' } as const
  const stamp = { format: 1, server: { ...server, addresses: [`http://${SHOWN_ADDRESS}`] } } as const
  return filledPage(await readFile(page, 'utf8'), stamp)
}

async function openedFile(browser: Chromium, file: string, html: string): Promise<ChromiumTab> {
  await writeFile(file, html)
  return browser.open(pathToFileURL(file).href)
}

/** The share of pixels that differ so that somebody would see it; 1 where the pictures are not even of one size. */
export async function differenceOf(one: Buffer, other: Buffer, tab: ChromiumTab): Promise<number> {
  const urls = [one, other].map((png) => `data:image/png;base64,${png.toString('base64')}`)
  return tab.run<number>(`(async () => {
    const [one, other] = await Promise.all(${JSON.stringify(urls)}.map(async (src) => {
      const image = new Image()
      image.src = src
      await image.decode()
      const drawn = new OffscreenCanvas(image.width, image.height).getContext('2d')
      drawn.drawImage(image, 0, 0)
      return drawn.getImageData(0, 0, image.width, image.height)
    }))
    if (one.width !== other.width || one.height !== other.height) return 1
    let different = 0
    for (let at = 0; at < one.data.length; at += 4) {
      if ([0, 1, 2].some((part) => Math.abs(one.data[at + part] - other.data[at + part]) > 48)) different += 1
    }
    return different / (one.width * one.height)
  })()`)
}
