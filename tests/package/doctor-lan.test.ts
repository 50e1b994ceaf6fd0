// @vitest-environment node
import { execFile, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { NAMESPACES, namespacesPermitted } from '../browser/network/namespaces.ts'
import { program } from './command.ts'
import { BEFORE, CASES, COMPUTER, type DoctorRun } from './doctor-places.ts'

const run = promisify(execFile)
const SCRIPT = fileURLToPath(new URL('doctor-lan.ts', import.meta.url))
const possible = namespacesPermitted() && spawnSync('openssl', ['version']).status === 0
if (!possible)
  console.warn('NOT RUN: the doctor in a network, for want of openssl or network namespaces (root).')

type Told = {
  readonly result: string
  readonly server: { readonly machineIdentifier: string | null; readonly addresses: readonly string[] }
  readonly checks: readonly {
    readonly check: string
    readonly status: string
    readonly found: string
    readonly says: string
    readonly todo: readonly string[]
  }[]
  readonly causes: readonly { readonly code: string }[]
}

/** All that the account service may ever be asked. */
const QUESTION = 'HEAD / HTTP/1.1\r\nHost: plex.tv\r\nConnection: close\r\n\r\n'
const UNLINKED = { claim: 'not-linked' }

describe.runIf(possible)('setup-plex doctor, on a computer in a network', () => {
  const runs = new Map<string, DoctorRun>()
  beforeAll(async () => {
    const [unshare, ...options] = NAMESPACES
    const args = [...options, process.execPath, '--import', 'tsx', SCRIPT, program()]
    const { stdout } = await run(unshare, args, { maxBuffer: 16 * 1_024 * 1_024 })
    for (const line of stdout.split('\n').filter((text) => text.startsWith('{'))) {
      const ended = JSON.parse(line) as DoctorRun
      runs.set(ended.what, ended)
    }
    const slowest = [...runs.values()].sort((one, other) => other.tookMs - one.tookMs)[0]
    console.log(`${runs.size} runs, the slowest (${slowest?.what}) took ${slowest?.tookMs.toFixed(0)} ms`)
  }, 240_000)
  const ended = (what: string): DoctorRun => {
    const found = runs.get(what)
    if (found === undefined) throw new Error(`There was no run "${what}"`)
    return found
  }
  const told = (what: string): Told => JSON.parse(ended(what).said) as Told
  const check = (what: string, name: string) => told(what).checks.find((each) => each.check === name)

  test('a healthy linked server: all is well, exit code 0', () => {
    expect(ended('linked').code).toBe(0)
    expect(told('linked')).toMatchObject({
      result: 'well',
      server: { addresses: [`http://${COMPUTER}:32400`] },
      causes: [],
    })
    const found = Object.fromEntries(told('linked').checks.map((each) => [each.check, each.found]))
    expect(found).toMatchObject({
      server: 'running',
      claim: 'linked',
      port: 'open',
      clock: 'right',
      account: 'reached',
      folder: 'writable',
      page: 'not-needed',
      firewall: expect.any(String) as string,
    })
  })

  /** What has to be done besides, or instead of, what is well. */
  const ROWS: readonly (readonly [what: string, toDo: Readonly<Record<string, string>>, cause: string])[] = [
    ['unlinked', UNLINKED, 'C1'],
    ['stopped', { server: 'not-running' }, 'C9'],
    ['starting', { server: 'starting' }, 'C9'],
    ['secure only', { server: 'secure-only' }, 'C12'],
    ['no name server', { ...UNLINKED, account: 'no-name-server' }, 'C8'],
    ['refused', { ...UNLINKED, account: 'refused' }, 'C8'],
    ['blocklist', { account: 'led-home' }, 'C8'],
    ['other name', { ...UNLINKED, account: 'not-trusted' }, 'C8'],
    ['unknown issuer', { ...UNLINKED, account: 'not-trusted' }, 'C8'],
    ['expired', { ...UNLINKED, clock: 'doubtful', account: 'not-trusted' }, 'C8'],
    ['no TLS', { ...UNLINKED, account: 'not-secure' }, 'C8'],
    ['clock', { ...UNLINKED, clock: 'off' }, 'C1'],
    ['port held', { server: 'somebody-else', port: 'held' }, 'C9'],
    ['this computer only', { ...UNLINKED, port: 'this-computer-only' }, 'C1'],
    ['no rights', { ...UNLINKED, folder: 'not-writable' }, 'C1'],
    ['read-only', { ...UNLINKED, folder: 'read-only' }, 'C1'],
    ['old page', { ...UNLINKED, page: 'old-addresses' }, 'C1'],
    ['no page', { ...UNLINKED, page: 'none' }, 'C1'],
  ]

  test.each(ROWS)('%s: says what has to be done, exit code 4', (what, toDo, cause) => {
    expect(ended(what).code).toBe(4)
    const found = told(what)
      .checks.filter(({ status }) => status === 'to-do')
      .map((each) => [each.check, each.found])
    expect(Object.fromEntries(found)).toEqual(toDo)
    expect(told(what).causes[0]?.code).toBe(cause)
  })

  test('what a server does not say could not be looked at, exit code 5', () => {
    expect(ended('not said').code).toBe(5)
    expect(check('not said', 'claim')).toMatchObject({ status: 'not-seen', found: 'not-said' })
  })

  test('a certificate that is refused is told of by who made it', () => {
    expect(check('unknown issuer', 'account')?.says).toContain('"Nosy Filter Ltd."')
    expect(check('other name', 'account')?.says).toContain('made for another name')
  })

  test('a clock is told to be behind, and a port to be held by a program', () => {
    expect(check('clock', 'clock')?.says).toContain('60 minutes behind')
    expect(check('port held', 'port')?.says).toMatch(/^Another program has port 32400: \S+\.$/)
  })

  test('an old page is told by where it says that the server is', () => {
    expect(check('old page', 'page')?.says).toContain(`http://${BEFORE}:32400`)
  })

  test('the account service is asked for nothing but a head, and only where it is that service', () => {
    for (const { what, asked } of runs.values()) {
      const nobody = ['no name server', 'refused', 'blocklist', 'other name', 'unknown issuer', 'expired']
      if (what === 'no TLS') expect(asked).not.toContain('HEAD')
      else expect(asked, what).toBe(nobody.includes(what) ? '' : QUESTION)
    }
  })

  test('people are told the steps in their order', () => {
    const { said, progress } = ended('unlinked, for people')
    expect(progress).toBe('Looking; this takes up to 15 s, and changes nothing…\n')
    expect(said).toMatch(/^ok {5}server {5}The server answers at http:\/\/127\.0\.0\.1:32400: version 1\.43/)
    expect(said).toMatch(/^TO DO {2}claim {6}The server is not linked to a Plex account\.$/m)
    expect(said).toMatch(/^The likely cause: The server is not linked yet \(C1\)\./m)
    expect(said).toMatch(/^What to do:\n {2}1\. Open the page in a browser, and sign in there: copy/m)
  })

  test('strangers are told no address, path or identifier', () => {
    const { said } = ended('unlinked, for strangers')
    const { machineIdentifier } = told('unlinked').server
    expect(said).toContain(`…${machineIdentifier?.slice(-6)}`)
    for (const hidden of [COMPUTER, '127.0.0.1', 'Application Support', machineIdentifier?.slice(-7) ?? '?'])
      expect(said).not.toContain(hidden)
  })

  test('is done in the time that it says, also where nobody answers', () => {
    expect([...runs.keys()]).toEqual(CASES.map(({ what }) => what))
    // What a busy computer takes to start a program is not the doctor's.
    const took = [...runs.values()].map(({ tookMs }) => tookMs)
    expect(Math.max(...took) - Math.min(...took)).toBeLessThan(15_000)
  })
})
