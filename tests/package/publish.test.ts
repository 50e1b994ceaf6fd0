// @vitest-environment node
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'

const run = promisify(execFile)

type Manifest = Readonly<Record<string, unknown>> & { readonly version: string }
type Published = {
  readonly name: string
  readonly versions: Readonly<Record<string, Manifest>>
  readonly _attachments: Readonly<Record<string, { readonly data: string }>>
}

/** A registry of one package, on this computer. */
let registry: Server
let published: Published | null = null
let folder: string
beforeAll(async () => {
  registry = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (request.method === 'PUT') published = JSON.parse(Buffer.concat(chunks).toString()) as Published
      response
        .writeHead(request.method === 'PUT' ? 201 : 404, { 'content-type': 'application/json' })
        .end('{}')
    })
  })
  registry.listen(0, '127.0.0.1')
  await once(registry, 'listening')
  folder = await mkdtemp(join(tmpdir(), 'setup-plex-publish-'))
})
afterAll(async () => {
  registry.closeAllConnections()
  registry.close()
  await rm(folder, { recursive: true })
})

test(
  'npm takes the packed file as it is, and names no place that is not known',
  { timeout: 60_000 },
  async () => {
    const place = `127.0.0.1:${(registry.address() as AddressInfo).port}`
    const settings = join(folder, '.npmrc')
    await writeFile(settings, `registry=http://${place}/\n//${place}/:_authToken=nobody\n`)
    const env = { PATH: process.env['PATH'] ?? '', HOME: folder, npm_config_userconfig: settings }
    await run('npm', ['publish', inject('tarball')], { cwd: folder, env })

    const [manifest] = Object.values(published?.versions ?? {})
    const [file] = Object.values(published?.['_attachments'] ?? {})
    expect(published?.name).toBe('setup-plex')
    expect(manifest).not.toHaveProperty('private')
    expect(manifest).toMatchObject({
      license: 'MIT',
      bin: { 'setup-plex': 'dist-node/setup-plex.js' },
      man: ['dist-node/setup-plex.1'],
    })
    for (const field of ['repository', 'homepage', 'bugs', 'publishConfig'])
      expect(manifest).not.toHaveProperty(field)
    expect(file?.data).toBe((await readFile(inject('tarball'))).toString('base64'))
  },
)
