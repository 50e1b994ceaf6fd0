// @vitest-environment node
// Finds servers on the loopback interface, and asks nobody else.
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { NetworkInterfaceInfo } from 'node:os'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { find, findCommand, type FindOptions } from '../../../src/cli/find/find.ts'
import type { Interfaces } from '../../../src/cli/own-addresses.ts'
import { Problem } from '../../../src/cli/problem.ts'
import type { Address } from '../../../src/lib/address.ts'
import { gdmReply, startResponder, type ResponderOptions } from '../../../src/mocks/gdm-responder.ts'
import { startHost, type HostOptions } from '../../../src/mocks/http-host.ts'
import { ATTIC } from '../../../src/mocks/identity.ts'
import { describeCases } from './cases.ts'

vi.setConfig({ testTimeout: 20_000 })

const NOBODY_THERE = 'http://127.0.0.1:1' as Address
const LOOPBACK: Interfaces = {
  lo: [{ address: '127.0.0.1', cidr: '127.0.0.1/8', internal: true } as NetworkInterfaceInfo],
}
const running: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((stop) => stop()))
})

async function host(options: HostOptions) {
  const started = await startHost(options)
  running.push(started.stop)
  return started
}
async function responder(packets: ResponderOptions['packets']) {
  const started = await startResponder({ on: ['127.0.0.1'], packets })
  running.push(started.stop)
  return started
}
const attic = (port: number, headers = {}) => gdmReply({ ...ATTIC, name: ATTIC.friendlyName, port }, headers)

async function run(
  args: readonly string[],
  place: {
    readonly own?: Address
    readonly interfaces?: () => Interfaces
    readonly platform?: NodeJS.Platform
  } = {},
) {
  const [said, progress]: [string[], string[]] = [[], []]
  const terminal = {
    result: (text: string) => said.push(text),
    progress: (text: string) => progress.push(text),
    columns: () => null,
  }
  const here = {
    own: place.own ?? NOBODY_THERE,
    interfaces: place.interfaces ?? (() => LOOPBACK),
    platform: place.platform ?? 'linux',
  }
  const given = (): FindOptions => findCommand().parse(args, { from: 'user' }).opts()
  const asked = async () => find(given(), terminal, here)
  const ended = await asked().then(
    (code) => ({ code, problem: '' }),
    (error: unknown) => {
      if (!(error instanceof Problem)) throw error
      return { code: error.exitCode, problem: error.message }
    },
  )
  return { ...ended, said: said.join('\n'), progress: progress.join('\n') }
}
const listIn = (said: string): unknown => JSON.parse(said)
const ONE = { machineIdentifier: ATTIC.machineIdentifier, version: ATTIC.version }

describe('setup-plex find', () => {
  it('lists a server that replies and says who it is', async () => {
    const { port, origin } = await host({ behaviour: 'unclaimed' })
    const asked = await responder(() => [attic(port)])
    const ended = await run(['--timeout', '1.5'])
    expect(ended).toMatchObject({ code: 0, problem: '' })
    const line = `Attic NAS +not claimed +${ATTIC.version} +…${ATTIC.machineIdentifier.slice(-6)} +${origin}`
    expect(ended.said).toMatch(new RegExp(`^Name .*\n${line}$`))
    expect(ended.progress).toContain('for 1.5 s…')
    expect(ended.progress).toContain(`Found Attic NAS at ${origin}: not claimed.`)
    // A lost packet is no lost server.
    expect(asked.questions()).toHaveLength(3)
  })

  it('says the same to programs, and nothing else', async () => {
    const { port, origin } = await host({ behaviour: 'claimed' })
    await responder(() => [attic(port)])
    const { code, said } = await run(['--timeout', '0.5', '--json'])
    expect(code).toBe(0)
    expect(listIn(said)).toEqual([{ ...ONE, name: 'Attic NAS', claim: 'claimed', addresses: [origin] }])
  })

  it('asks this computer itself, even where no network can be asked', async () => {
    const { origin } = await host({ behaviour: 'unclaimed' })
    const place = {
      own: origin as Address,
      interfaces: () => {
        throw new Error('A system error occurred: uv_interface_addresses returned an error')
      },
    }
    const { said, progress } = await run(['--timeout', '0.5', '--json'], place)
    expect(listIn(said)).toEqual([{ ...ONE, name: null, claim: 'unclaimed', addresses: [origin] }])
    expect(progress).toContain('this computer alone')
  })

  it('believes the address and not the reply', async () => {
    const { port, origin } = await host({ behaviour: 'claimed' })
    await responder(() => [
      attic(port, { 'Resource-Identifier': 'b'.repeat(40), Name: 'Evil', Host: '192.168.1.1' }),
    ])
    const { said } = await run(['--timeout', '0.5', '--json'])
    expect(listIn(said)).toEqual([{ ...ONE, name: null, claim: 'unknown', addresses: [origin] }])
  })

  it.each([
    ['refusing', 'not confirmed'],
    ['printer', 'not confirmed'],
    ['silent', 'not confirmed'],
    ['stuck-starting', 'starting'],
    ['no-flag', 'not known'],
  ] as const)('a server that is %s is %s', async (behaviour, state) => {
    const { port } = await host({ behaviour })
    await responder(() => [attic(port)])
    const { code, said, progress } = await run(['--timeout', '0.5'])
    expect(code).toBe(0)
    expect(said.split('\n')).toHaveLength(2)
    expect(said).toMatch(new RegExp(`^Attic NAS +${state} `, 'm'))
    expect(progress.includes('Found')).toBe(state !== 'not confirmed')
  })

  it('says so where something is starting and cannot be told yet', async () => {
    const { origin } = await host({ behaviour: 'stuck-starting' })
    const { code, progress } = await run(['--timeout', '0.5'], { own: origin as Address })
    expect(code).toBe(1)
    expect(progress).toContain(`${origin} is starting`)
  })

  it('no escape sequence reaches the terminal', async () => {
    const { port } = await host({ behaviour: 'unclaimed', version: '1.0\u001B[31m' })
    await responder(() => [
      attic(port, { Name: 'At\u001B]0;x\u0007tic\u009B2J\u202E', Version: '\u001B[2J' }),
    ])
    for (const args of [[], ['--json']]) {
      const { said, progress } = await run([...args, '--timeout', '0.5'])
      expect(said).toContain('At]0;xtic2J')
      expect(said + progress).not.toMatch(/[^\P{C}\n]/u)
    }
  })

  it('hears a server through garbage', async () => {
    const { port, origin } = await host({ behaviour: 'unclaimed' })
    // As much as the system keeps for a program that does not read at once: here, both are the same program.
    const garbage = Array.from({ length: 60 }, (_, n) =>
      n % 2 === 0 ? Buffer.alloc(n, n) : attic(port, { 'Resource-Identifier': 'x'.repeat(n) }),
    )
    await responder(() => [...garbage, attic(port)])
    const { said } = await run(['--timeout', '0.5', '--json'])
    expect(listIn(said)).toEqual([{ ...ONE, name: 'Attic NAS', claim: 'unclaimed', addresses: [origin] }])
  })

  it('finds nobody: one sentence, and an empty list for programs', async () => {
    expect(await run(['--timeout', '0.5'])).toMatchObject({ code: 1, said: '' })
    const { code, said, problem } = await run(['--timeout', '0.5', '--json'])
    expect([code, listIn(said)]).toEqual([1, []])
    expect(problem).toMatch(/^No server was found; [^\n]+\.$/)
  })

  it('survives networks that come and go', async () => {
    const { port } = await host({ behaviour: 'unclaimed' })
    const asked = await responder(() => [attic(port)])
    let looks = 0
    const interfaces = (): Interfaces => {
      looks += 1
      if (looks === 2) throw new Error('not now')
      // This one is nowhere: it can't be bound to, and has to be tried again each time.
      const gone = [{ address: '192.0.2.1', cidr: null, internal: false } as NetworkInterfaceInfo]
      return looks < 3 ? { gone } : { gone, ...LOOPBACK }
    }
    const { code, progress } = await run(['--timeout', '2'], { interfaces })
    expect(code).toBe(0)
    expect(asked.questions().length).toBeGreaterThan(0)
    expect(progress.match(/A network came up/g)).toHaveLength(1)
  })

  it('ends when it was told to', async () => {
    await responder(() => [attic(1)])
    const startedMs = performance.now()
    await run(['--timeout', '0.5'])
    expect(performance.now() - startedMs).toBeLessThan(1_500)
  })

  it.each([['0.4'], ['61'], ['soon'], ['-1']])('--timeout %s is no time', async (time) => {
    expect(await run([`--timeout=${time}`])).toMatchObject({ code: 2, said: '' })
  })

  it('is led to nobody by a host that breaks off and then redirects', async () => {
    const [reached, asked]: [string[], string[]] = [[], []]
    const serving = async (listener: RequestListener): Promise<number> => {
      const server = createServer(listener)
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      running.push(async () => {
        server.close()
        server.closeAllConnections()
      })
      return (server.address() as AddressInfo).port
    }
    const other = await serving((request, response) => {
      reached.push(request.url ?? '')
      response.end()
    })
    const port = await serving((request, response) => {
      asked.push(request.url ?? '')
      if (asked.length === 1) request.socket.destroy()
      else response.writeHead(302, { Location: `http://127.0.0.1:${other}/private` }).end()
    })
    await responder(() => [attic(port)])
    await run(['--timeout', '1.5'])
    expect(asked.length).toBeGreaterThan(0)
    expect(reached).toEqual([])
  })
})

describeCases()
