import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { startSite, type Site } from '../../package/serve-site.ts'
import { chromiumOptions } from '../drivers/chromium-options.ts'
import { startProgram } from '../drivers/puppet-program.ts'

/** What "add to home screen" takes from the page that `setup-plex serve` serves, as Chromium reads it. */
let site: Site
beforeAll(async () => {
  site = await startSite('unclaimed', { html: await readFile(inject('realPage'), 'utf8') })
})
afterAll(() => site.end())

it('a name and an icon, which the policy lets pass, and no service worker', async () => {
  const { puppet, close } = await startProgram('chromium', chromiumOptions('en-GB', null))
  try {
    const page = await puppet.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    await page.goto(`http://127.0.0.1:${site.port}/setup`)
    const session = await page.createCDPSession()
    const { url, errors, data } = await session.send('Page.getAppManifest')
    expect({ url, errors }).toEqual({ url: `http://127.0.0.1:${site.port}/setup.webmanifest`, errors: [] })
    expect(JSON.parse(data ?? '')).toMatchObject({ name: 'Setup Plex', display: 'browser' })
    // It is fetched as for a home screen; what the policy forbids would be missing.
    const { primaryIcon } = (await session.send('Page.getManifestIcons' as never)) as { primaryIcon?: string }
    expect(Buffer.from(primaryIcon ?? '', 'base64').toString('latin1', 1, 4)).toBe('PNG')
    expect(
      await page.evaluate('navigator.serviceWorker.getRegistrations().then(({ length }) => length)'),
    ).toBe(0)
    expect(complaints.filter((each) => /Content Security Policy|manifest|icon/i.test(each))).toEqual([])
  } finally {
    await close()
  }
})
