import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openChromium, type Chromium } from '../drivers/chromium.ts'
import type { ChromiumTab } from '../drivers/chromium-tab.ts'
import { FONT, SHOWN, withRecord } from './picture-record.ts'
import { smaller } from './small-png.ts'

export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** Every picture of the documents; each is there in both themes. */
export const PICTURES = ['journey', 'trouble', 'map'] as const
export type PictureName = (typeof PICTURES)[number]

export function fileOf(name: PictureName, theme: Theme): string {
  return `docs/pictures/${name}-${theme}.png`
}

const AROUND: Readonly<Record<Theme, string>> = { light: '#e9dfd3', dark: '#2b241d' }
const GAP = 16
/** Pixels of the screen for one of the page: more would make the file larger than it is worth. */
const SHARPNESS = 1.25

/** Lines would end elsewhere after a second. */
const NO_TIME_PASSES = `Intl.RelativeTimeFormat.prototype.format = () => 'now'`

type Shot = { readonly file: string; readonly shown: readonly string[]; readonly font: number }

/** Takes pictures of tabs as they are now, in both themes, and puts those of one picture side by side. */
export class Camera {
  readonly #folder: string
  readonly #browser: Chromium
  readonly #shots = new Map<Theme, Shot[]>(THEMES.map((theme) => [theme, []]))

  constructor(folder: string, browser: Chromium) {
    this.#folder = folder
    this.#browser = browser
  }

  async shoot(tab: ChromiumTab): Promise<void> {
    await tab.run('document.activeElement.blur()')
    for (const theme of THEMES) {
      await tab.wish({ colours: theme, lessMotion: true })
      const shots = this.#shots.get(theme) ?? []
      const file = join(this.#folder, `${theme}-${shots.length}.png`)
      shots.push({ file, shown: await tab.read(SHOWN), font: await tab.read(FONT) })
      await tab.screenshot(file)
    }
  }

  /** Each shot is as wide and at most as high as this. */
  async develop(theme: Theme, { width, height }: { width: number; height: number }): Promise<Buffer> {
    const shots = this.#shots.get(theme) ?? []
    const sheet = join(this.#folder, `sheet-${theme}.html`)
    await writeFile(
      sheet,
      `<!doctype html><style>
        body { display: flex; align-items: start; gap: ${GAP}px; margin: 0; padding: ${GAP}px; background: ${AROUND[theme]} }
        img { width: ${width}px; max-height: ${height}px; object-fit: cover; object-position: top; border-radius: 12px }
      </style>${shots.map(({ file }) => `<img src="${pathToFileURL(file).href}">`).join('')}`,
    )
    const tab = await this.#browser.open(pathToFileURL(sheet).href)
    await tab.size(shots.length * (width + GAP) + GAP, 100)
    const whole = join(this.#folder, `sheet-${theme}.png`)
    await tab.screenshot(whole)
    const png = await smaller(await readFile(whole), tab)
    await tab.close()
    return withRecord(png, { shown: shots.flatMap(({ shown }) => shown), font: shots[0]?.font ?? 0 })
  }
}

/** Opens a browser with these hosts in it, and lends a camera and a folder. Stops afterwards what was looked at. */
export async function withCamera<T>(
  lookedAt: { stop(): Promise<void> },
  hosts: Readonly<Record<string, string>>,
  take: (camera: Camera, browser: Chromium, folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'setup-plex-picture-'))
  const browser = await openChromium({ sharpness: SHARPNESS, hosts, beforePages: NO_TIME_PASSES })
  try {
    return await take(new Camera(folder, browser), browser, folder)
  } finally {
    await browser.close()
    await lookedAt.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
