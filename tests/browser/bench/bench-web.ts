import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export const WAYS = ['file', 'served'] as const
export type BenchWay = (typeof WAYS)[number]

const GIVEN_UP_AFTER_MS = 20_000

/** Serves the pages of one run, keeps each as a file as well, and hears what they measure. */
export type BenchWeb<Figures> = {
  readonly origin: string
  /** Where the page of this name tells its figures. */
  readonly tellTo: (name: string) => string
  readonly add: (name: string, html: string) => Promise<void>
  readonly urlOf: (name: string, way: BenchWay) => string
  /** What the page tells next; null where it tells nothing. */
  readonly figuresOf: (name: string) => Promise<Figures | null>
  readonly stop: () => Promise<void>
}

/** `elsewhere` is what every other path answers. */
export async function startBenchWeb<Figures>(elsewhere: string | null = null): Promise<BenchWeb<Figures>> {
  const folder = await mkdtemp(join(tmpdir(), 'setup-plex-bench-'))
  const told = new Map<string, (figures: Figures) => void>()
  const pages = new Map<string, string>()
  const web = createServer((request, response) => {
    const name = decodeURIComponent((request.url ?? '').slice(1))
    const page = pages.get(name) ?? (name === 'identity' ? null : elsewhere)
    if (request.method === 'POST') {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        response.end()
        told.get(name)?.(JSON.parse(Buffer.concat(chunks).toString()) as Figures)
      })
    } else if (page === null) response.writeHead(404).end()
    else response.setHeader('content-type', 'text/html; charset=utf-8').end(page)
  })
  web.listen(0, '127.0.0.1')
  await once(web, 'listening')
  const origin = `http://127.0.0.1:${(web.address() as AddressInfo).port}`
  const tellTo = (name: string): string => `${origin}/${encodeURIComponent(name)}`
  const fileOf = (name: string): string => join(folder, `${name}.html`)
  return {
    origin,
    tellTo,
    add: async (name, html) => {
      pages.set(name, html)
      await writeFile(fileOf(name), html)
    },
    urlOf: (name, way) => (way === 'file' ? pathToFileURL(fileOf(name)).href : tellTo(name)),
    figuresOf: (name) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => resolve(null), GIVEN_UP_AFTER_MS)
        told.set(name, (figures) => {
          clearTimeout(timer)
          resolve(figures)
        })
      }),
    stop: async () => {
      web.closeAllConnections()
      web.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
