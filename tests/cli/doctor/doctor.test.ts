// @vitest-environment node
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir, type NetworkInterfaceInfo } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { doctor, type DoctorOptions } from '../../../src/cli/doctor/doctor.ts'
import type { AccountFact } from '../../../src/cli/doctor/facts.ts'
import { gather, LOOKS } from '../../../src/cli/doctor/gather.ts'
import type { Address } from '../../../src/lib/address.ts'
import type { Behaviour } from '../../../src/mocks/behaviours.ts'
import { startHost, type PretendHost } from '../../../src/mocks/http-host.ts'
import { EMPTY_ELEMENT } from '../../../src/stamp/format.ts'
import { LAN, says } from './facts.ts'

let folder: string
const running: PretendHost[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-'))
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await Promise.all(running.splice(0).map((host) => host.stop()))
})

/** Runs it beside a server that does this; nobody but this computer is asked. */
async function run(
  behaviour: Behaviour,
  options: Partial<DoctorOptions> = {},
  account: AccountFact = { kind: 'reached', clockAheadMs: 0 },
) {
  const host = await startHost({ behaviour })
  running.push(host)
  const [said, progress]: [string[], string[]] = [[], []]
  const asked = vi.fn<() => Promise<AccountFact>>(() => Promise.resolve(account))
  const code = await doctor(
    { server: host.origin as Address, dataDir: folder, json: false, report: false, ...options },
    { result: (text) => said.push(text), progress: (text) => progress.push(text), columns: () => null },
    {
      ...LOOKS,
      interfaces: () => ({}),
      page: () => Promise.resolve(EMPTY_ELEMENT),
      account: asked,
    },
  )
  return { code, said: said.join('\n'), progress: progress.join('\n'), asked }
}

// In no network, so that there is something to do for a linked one as well.
it.each(['claimed', 'unclaimed', 'refusing'] as const)('tells by its exit code: %s', async (behaviour) => {
  expect((await run(behaviour)).code).toBe(4)
})

it('says before that it looks, and changes nothing', async () => {
  const { progress, said } = await run('unclaimed')
  expect(progress).toBe('Looking; this takes up to 15 s, and changes nothing…')
  expect(said).toContain('TO DO  claim')
})

it('asks nobody about an account for a server elsewhere', async () => {
  const account = vi.fn<() => Promise<AccountFact>>()
  const { own, outcomes } = await gather(LAN, undefined, {
    ...LOOKS,
    interfaces: () => ({}),
    account,
    ask: () => Promise.resolve(says('claimed')),
  })
  expect([own, outcomes.length]).toEqual([null, 2])
  expect(account).not.toHaveBeenCalled()
})

it('finds the network where the server was given by its number there', async () => {
  const lan = { address: '192.168.50.10', internal: false } as NetworkInterfaceInfo
  const { own } = await gather(LAN, folder, {
    ...LOOKS,
    interfaces: () => ({ eth0: [lan] }),
    page: () => Promise.resolve(EMPTY_ELEMENT),
    account: () => Promise.resolve({ kind: 'silent' }),
    ask: () => Promise.resolve(says('claimed')),
  })
  expect(own?.addresses.map(({ address }) => address)).toEqual([LAN])
})

it('gives a report for strangers', async () => {
  expect((await run('unclaimed', { report: true })).said).toMatch(/^## Setup Plex report/)
})

it('gives one of the two forms', async () => {
  await expect(run('unclaimed', { report: true, json: true })).rejects.toThrow('exclude each other')
})
