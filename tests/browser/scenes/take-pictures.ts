import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startHost } from '../../../src/mocks/http-host.ts'
import { filledPage } from '../../../src/stamp/write-stamp.ts'
import { startDevServer } from '../../dev/dev-server.ts'
import type { Chromium } from '../drivers/chromium.ts'
import type { ChromiumTab } from '../drivers/chromium-tab.ts'
import { MACHINE, openedTab, until } from '../drivers/people.ts'
import { fileOf, THEMES, withCamera, type PictureName, type Theme } from './picture.ts'

/** Addresses that people have at home; the second is where a server is after its router gave it another one. */
const ADDRESS = '192.168.1.10:32400'
const NEW_ADDRESS = '192.168.1.23:32400'

type Taken = ReadonlyMap<string, Buffer>

/** Takes the pictures of the documents, of the built page in this file and of the gallery, by the name of their file. */
export async function takePictures(page: string): Promise<Taken> {
  return new Map([...(await takeJourney(page)), ...(await takeTrouble(page)), ...(await takeMap())])
}

/** Looking, found, away signing in, linked. */
async function takeJourney(page: string): Promise<Taken> {
  const server = await startHost({ behaviour: 'silent', machineIdentifier: MACHINE })
  return withCamera(server, { [ADDRESS]: `127.0.0.1:${server.port}` }, async (camera, browser, folder) => {
    const tab = await opened(browser, page, folder, { width: 320, height: 640 })
    await until(tab, 'looking')
    await camera.shoot(tab)
    await server.become('unclaimed')
    await until(tab, 'unclaimed', 30_000)
    await camera.shoot(tab)
    const before = await browser.tabs()
    await press(tab, 'sign-in')
    await (await openedTab(browser, before)).close()
    await until(tab, 'confirming')
    await camera.shoot(tab)
    await server.become('claimed')
    await until(tab, 'claimed', 30_000)
    await camera.shoot(tab)
    return developed('journey', (theme) => camera.develop(theme, { width: 320, height: 640 }))
  })
}

/** A server that is not where its file says; one press finds it. */
async function takeTrouble(page: string): Promise<Taken> {
  const server = await startHost({ behaviour: 'unclaimed', machineIdentifier: MACHINE })
  return withCamera(
    server,
    { [NEW_ADDRESS]: `127.0.0.1:${server.port}` },
    async (camera, browser, folder) => {
      const tab = await opened(browser, page, folder, { width: 400, height: 660 })
      await until(tab, 'missing', 20_000)
      await camera.shoot(tab)
      await press(tab, 'search')
      await until(tab, 'unclaimed', 30_000)
      await camera.shoot(tab)
      return developed('trouble', (theme) => camera.develop(theme, { width: 400, height: 660 }))
    },
  )
}

/** Every state of the map, as the gallery has them. */
async function takeMap(): Promise<Taken> {
  const dev = await startDevServer()
  return withCamera(dev, {}, async (camera, browser) => {
    const tab = await browser.open(new URL('#/gallery', dev.url).href)
    await tab.size(960, 100)
    await until(tab, ({ heading }) => heading === 'Every screen', 60_000)
    // Nothing but the maps.
    await tab.run(`for (const each of document.querySelectorAll('main > :not(section)')) each.remove()`)
    // Type follows the height of the window, which a picture of the whole page changes.
    await tab.run(`document.documentElement.style.fontSize = '100%'`)
    await camera.shoot(tab)
    return developed('map', (theme) => camera.develop(theme, { width: 960, height: 2_000 }))
  })
}

async function developed(name: PictureName, develop: (theme: Theme) => Promise<Buffer>): Promise<Taken> {
  const taken = new Map<string, Buffer>()
  for (const theme of THEMES) taken.set(fileOf(name, theme), await develop(theme))
  return taken
}

/** Without a mouse, which would stay there and light up what it is over. */
function press(tab: ChromiumTab, action: string): Promise<unknown> {
  return tab.run(`document.querySelector('[data-action=${action}]').click()`)
}

/** The page as the server in the attic leaves it on the disk. */
async function opened(
  browser: Chromium,
  page: string,
  folder: string,
  { width, height }: { width: number; height: number },
): Promise<ChromiumTab> {
  const server = { machineIdentifier: MACHINE, friendlyName: 'Attic NAS', platform: 'Linux' } as const
  const stamp = { format: 1, server: { ...server, addresses: [`http://${ADDRESS}`] } } as const
  const file = join(folder, 'page.html')
  await writeFile(file, filledPage(await readFile(page, 'utf8'), stamp))
  const tab = await browser.open('about:blank')
  await tab.wish({ lessMotion: true })
  await tab.size(width, height)
  await tab.goTo(pathToFileURL(file).href)
  return tab
}
