// @vitest-environment node
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Behaviour } from '../../src/mocks/behaviours.ts'
import { startHost, type PretendHost } from '../../src/mocks/http-host.ts'
import { ATTIC } from '../../src/mocks/identity.ts'
import { parseStamp } from '../../src/stamp/read-stamp.ts'
import { command, SENTENCE, start } from './command.ts'

let folder: string
let file: string
let host: PretendHost | null
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'Plex Media Server ü-'))
  file = join(folder, 'Setup Plex.html')
  host = null
})
afterEach(async () => {
  await host?.stop()
  rmSync(folder, { recursive: true })
})
const serverThatIs = async (behaviour: Behaviour): Promise<string> => {
  host = await startHost({ behaviour })
  return host.origin
}
const stampIn = () =>
  parseStamp(
    /id="setup-stamp" type="application\/json">(.*?)<\/script>/s.exec(readFileSync(file, 'utf8'))?.[1],
  )

test('writes the page of a server into its data folder', async () => {
  const server = await serverThatIs('unclaimed')
  const ended = await command('write', '--server', server, '--data-dir', folder)
  expect(ended).toEqual({ code: 0, said: `${file}\n`, complained: '' })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const stamp = stampIn()
  expect(stamp).toMatchObject({
    machineIdentifier: ATTIC.machineIdentifier,
    version: ATTIC.version,
    friendlyName: 'Attic NAS',
    broken: false,
  })
  // Of this computer, with the server's port, and none that only this computer could use.
  for (const address of stamp.addresses) expect(address).toMatch(new RegExp(`:${new URL(server).port}$`))
  expect(stamp.addresses.join(' ')).not.toMatch(/127\.0\.0\.1|localhost|\[::1\]|169\.254/)
})

test("K8: writes into the folder that the server's environment names", async () => {
  const server = await serverThatIs('unclaimed')
  const data = join(folder, 'Plex Media Server')
  mkdirSync(data)
  const running = start(['write', '--server', server], {
    PLEX_MEDIA_SERVER_APPLICATION_SUPPORT_DIR: folder,
  })
  expect(await running.ended).toEqual({
    code: 0,
    said: `${join(data, 'Setup Plex.html')}\n`,
    complained: '',
  })
})

test('says what it is told to say', async () => {
  const server = await serverThatIs('claimed')
  const given = [
    '--name',
    '</script>Attic',
    '--language',
    'pt-BR',
    '--address',
    '192.168.1.10',
    '--address',
    'http://attic.local:32400',
  ]
  expect(await command('write', '--server', server, '--out', file, ...given)).toMatchObject({ code: 0 })
  expect(stampIn()).toMatchObject({
    friendlyName: '</script>Attic',
    language: 'pt-BR',
    addresses: ['http://192.168.1.10:32400', 'http://attic.local:32400'],
    broken: false,
  })
})

test('waits for a server that is starting', { timeout: 30_000 }, async () => {
  const server = await serverThatIs('stuck-starting')
  const running = start(['write', '--server', server, '--out', file, '--wait', '20'])
  await expect.poll(running.soFar, { timeout: 10_000 }).toContain('is starting; waiting up to 20 s')
  await host?.become('unclaimed')
  expect(await running.ended).toMatchObject({ code: 0 })
  expect(stampIn().machineIdentifier).toBe(ATTIC.machineIdentifier)
})

describe('one sentence that says what to do, and no file', () => {
  test.each([
    ['refusing', /Nothing listens at/],
    ['printer', /but no media server/],
    ['stuck-starting', /still starting after 1 s/],
    ['refuses-401', /will not say who it is/],
    ['huge', /too large/],
  ] as const)('a server that is %s', async (behaviour, expected) => {
    const server = await serverThatIs(behaviour)
    const ended = await command('write', '--server', server, '--data-dir', folder, '--wait', '1')
    expect(ended.code).toBe(1)
    expect(ended.complained).toMatch(expected)
    expect(ended.complained.split('\n').at(-2)).toMatch(/\.$/)
    expect(readdirSync(folder)).toEqual([])
  })

  test('a folder that is not there', async () => {
    const server = await serverThatIs('unclaimed')
    const ended = await command('write', '--server', server, '--data-dir', join(folder, 'typo'))
    expect(ended).toMatchObject({ code: 3, said: '' })
    expect(ended.complained).toMatch(SENTENCE)
    expect(ended.complained).toContain('There is no folder')
  })

  test('no data folder in the usual places', async () => {
    const server = await serverThatIs('unclaimed')
    const ended = await command('write', '--server', server)
    expect(ended).toMatchObject({ code: 2, said: '' })
    expect(ended.complained).toMatch(SENTENCE)
    // The line that finds it, which is for Linux.
    if (process.platform === 'linux') expect(ended.complained).toContain('find / -name Preferences.xml')
  })
})

test('a link that waits in its place is not followed', async () => {
  const server = await serverThatIs('unclaimed')
  const outside = join(tmpdir(), `precious-${process.pid}`)
  writeFileSync(outside, 'precious', { mode: 0o644 })
  symlinkSync(outside, file)
  try {
    expect(await command('write', '--server', server, '--data-dir', folder)).toMatchObject({ code: 0 })
    expect(readFileSync(outside, 'utf8')).toBe('precious')
    expect(stampIn().machineIdentifier).toBe(ATTIC.machineIdentifier)
  } finally {
    rmSync(outside)
  }
})
