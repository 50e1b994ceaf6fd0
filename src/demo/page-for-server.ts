import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { addressGiven } from '../cli/addresses-given.ts'
import { Problem } from '../cli/problem.ts'
import { reachServer } from '../cli/reach-server.ts'
import { stampOf } from '../cli/stamp-of.ts'
import { writePage } from '../cli/write/write-page.ts'
import type { Address } from '../lib/address.ts'
import { stampedPage } from '../stamp/write-stamp.ts'
import { buildPage, PAGE_NAME, ROOT } from '../build/build-page.ts'

/** Writes a page for a real server. Gives back the exit code; nothing is built for a server that is not there. */
export async function writePageForServer(typed: string): Promise<number> {
  let address: Address
  try {
    address = addressGiven('--server', typed)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    console.error(error.message)
    return 1
  }
  const reached = await reachServer(address, console.log)
  if (reached.kind === 'problem') {
    console.error(reached.problem)
    return 1
  }

  const page = stampedPage(await buildPage(null), stampOf(reached.identity, [address]))
  const file = join(ROOT, 'dist', PAGE_NAME)
  await mkdir(join(ROOT, 'dist'), { recursive: true })
  await writePage(file, page)
  console.log(`The page for ${address} is ready:\n${pathToFileURL(file).href}`)
  console.log(
    reached.identity.claim === 'claimed'
      ? 'This server is already claimed. Open the page in a browser on the same network to see it say so.'
      : 'Open it in a browser on the same network and choose "Sign in".',
  )
  return 0
}
