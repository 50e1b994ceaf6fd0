import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { filledPage } from '../../../src/stamp/write-stamp.ts'

/** What the server also wrote. */
export type Stamped = { readonly signIn?: { readonly code: string; readonly expiresAt: string } }

type Placed = { readonly url: string; readonly remove: () => Promise<unknown> }

/** The built page as a server with these addresses writes it. */
export async function stampedPage(
  page: string,
  machineIdentifier: string,
  addresses: readonly string[],
  more: Stamped = {},
): Promise<string> {
  const server = { machineIdentifier, friendlyName: 'Attic NAS', addresses }
  return filledPage(await readFile(page, 'utf8'), { format: 1, server, ...more })
}

export async function onDisk(html: string): Promise<Placed> {
  const folder = await mkdtemp(join(tmpdir(), 'setup plex ü-'))
  const file = join(folder, 'Setup Plex.html')
  await writeFile(file, html)
  return { url: pathToFileURL(file).href, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** By a web server that is no media server. */
export async function served(html: string): Promise<Placed> {
  const server = createServer((request, response) => {
    if (request.url === '/setup') response.setHeader('content-type', 'text/html; charset=utf-8').end(html)
    else response.writeHead(404).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/setup`,
    remove: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
