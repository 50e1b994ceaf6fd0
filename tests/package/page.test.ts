// @vitest-environment node
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startHost, type PretendHost } from '../../src/mocks/http-host.ts'
import { openChromium, type Chromium } from '../browser/drivers/chromium.ts'
import { until } from '../browser/drivers/people.ts'
import { pageKeepsItsPromises } from '../build/page-promises.ts'

const run = promisify(execFile)

let server: PretendHost
let browser: Chromium
beforeAll(async () => {
  server = await startHost({ behaviour: 'unclaimed' })
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

/** A page that the installed library wrote, as a server does that has this package. */
async function pageFor(origin: string): Promise<string> {
  const file = join(inject('installed'), 'Setup Plex.html')
  const script = `import { stamp, write } from 'setup-plex'
    const [file, address] = process.argv.slice(1)
    await write(file, await stamp({ format: 1, server: { addresses: [address] } }))`
  await run(process.execPath, ['--input-type=module', '-e', script, file, origin], {
    cwd: inject('installed'),
  })
  return pathToFileURL(file).href
}

test('the installed page, stamped by the installed library, finds the server and looks as it should', async () => {
  const tab = await browser.open(await pageFor(server.origin))
  await until(tab, 'unclaimed')
  expect(server.requests().map(({ path }) => path)).toContain('/identity')
  // Without styles of the page's own a browser sets its text in a serif face on white.
  const { margin, rules } = await tab.read<{ margin: string; rules: number }>(`({
    margin: getComputedStyle(document.body).margin,
    rules: [...document.styleSheets].reduce((sum, sheet) => sum + sheet.cssRules.length, 0),
  })`)
  expect(rules).toBeGreaterThan(50)
  expect(margin).not.toBe('8px')
  expect(await tab.read(`document.querySelector('[data-action="sign-in"]')?.hostname`)).toBe('app.plex.tv')
})

describe('the page in a package that was packed with NODE_ENV=development', () => {
  pageKeepsItsPromises(() =>
    readFileSync(join(inject('installed'), 'node_modules/setup-plex/dist/Setup Plex.html'), 'utf8'),
  )
})
