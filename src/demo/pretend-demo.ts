import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startAccount, type RunningAccount } from '../mocks/http-account.ts'
import type { PretendHost } from '../mocks/http-host.ts'
import { ATTIC } from '../mocks/identity.ts'
import { stampedPage } from '../stamp/write-stamp.ts'
import { buildPage, PAGE_NAME, ROOT } from '../build/build-page.ts'
import { startHostFrom } from './free-port-host.ts'
import { openBrowser } from './open-browser.ts'
import { untilInterrupted } from '../cli/until-interrupted.ts'
import { writePage } from '../cli/write/write-page.ts'

const USUAL_PORT = 32400
const SERVED_AT = '/setup'

/** Builds the page for this pretend server and account, writes it, and gives back where it is. */
async function writeDemoPage(
  host: PretendHost,
  account: RunningAccount,
): Promise<{ html: string; file: string }> {
  const html = stampedPage(await buildPage(account.origin), {
    format: 1,
    writtenAt: new Date().toISOString(),
    server: { ...ATTIC, addresses: [host.origin], page: SERVED_AT },
  })
  const file = join(ROOT, 'dist', 'demo', PAGE_NAME)
  await mkdir(dirname(file), { recursive: true })
  await writePage(file, html)
  return { html, file }
}

/** A pretend server and a pretend account on this computer, and a page for them. Runs until it is interrupted. */
export async function runPretendDemo(): Promise<number> {
  const interrupted = untilInterrupted()
  let page = 'The page is being built. Reload in a moment.'
  const host = await startHostFrom(USUAL_PORT, { behaviour: 'unclaimed', page: () => page })
  if (host === null) {
    console.error(`No free port from ${USUAL_PORT} upwards for the pretend server.`)
    return 1
  }
  console.log(
    host.port === USUAL_PORT
      ? `The pretend server answers at ${host.origin}.`
      : `Port ${USUAL_PORT} is taken, so the pretend server answers at ${host.origin}.`,
  )
  const account = await startAccount()
  account.onApprove(host.approve)

  const built = await Promise.race([interrupted, writeDemoPage(host, account)])
  if (built !== undefined) {
    page = built.html
    const fileAddress = pathToFileURL(built.file).href
    console.log(`\nThe page, as a file:        ${fileAddress}`)
    console.log(`The page, from the server:  ${host.origin}${SERVED_AT}`)
    console.log('\nOpen either one and choose "Sign in". Ctrl-C ends the demo.')
    openBrowser(fileAddress)
    await interrupted
  }
  await Promise.all([host.stop(), account.stop()])
  return 0
}
