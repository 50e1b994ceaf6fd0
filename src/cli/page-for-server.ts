import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseAddress, type AddressProblem } from '../lib/address.ts'
import { stampedPage } from '../stamp/write-stamp.ts'
import { buildPage, PAGE_NAME, ROOT } from './build-page.ts'
import { reachServer } from './reach-server.ts'
import { writePage } from './write-page.ts'

const SENTENCES: Readonly<Record<AddressProblem, string>> = {
  empty: '--server needs an address, such as http://192.168.1.10:32400.',
  'not-an-address': '--server needs an address, such as http://192.168.1.10:32400.',
  'other-scheme': 'The address of a server begins with http:// or https://.',
  port: 'The port in the address must be a number from 1 to 65535.',
  'sign-in-data': 'The address must not contain a user name or password.',
  zone: 'The address must not contain "%".',
}

/** Writes a page for a real server. Gives back the exit code; nothing is built for a server that is not there. */
export async function writePageForServer(typed: string): Promise<number> {
  const parsed = parseAddress(typed)
  if (parsed.kind === 'problem') {
    console.error(SENTENCES[parsed.problem])
    return 1
  }
  const { address } = parsed
  const reached = await reachServer(address, console.log)
  if (reached.kind === 'problem') {
    console.error(reached.problem)
    return 1
  }

  const { machineIdentifier, claim, version } = reached.identity
  const page = stampedPage(await buildPage(null), {
    format: 1,
    writtenAt: new Date().toISOString(),
    server: { machineIdentifier, ...(version === null ? {} : { version }), addresses: [address] },
  })
  const file = join(ROOT, 'dist', PAGE_NAME)
  await writePage(file, page)
  console.log(`The page for ${address} is ready:\n${pathToFileURL(file).href}`)
  console.log(
    claim === 'claimed'
      ? 'This server is already claimed. Open the page in a browser on the same network to see it say so.'
      : 'Open it in a browser on the same network and choose "Sign in".',
  )
  return 0
}
