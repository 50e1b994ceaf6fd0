// What came in from real servers and other programs, with names and addresses replaced. The numbers are of the cases.
// Part of find.test.ts: on loopback everybody hears everybody, so that all of it has to run in turn.
import type { NetworkInterfaceInfo } from 'node:os'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { find } from '../../../src/cli/find/find.ts'
import type { Interfaces } from '../../../src/cli/own-addresses.ts'
import { Problem } from '../../../src/cli/problem.ts'
import type { Address } from '../../../src/lib/address.ts'
import { startAnnouncing, startResponder } from '../../../src/mocks/gdm-responder.ts'
import { startHost, type HostOptions } from '../../../src/mocks/http-host.ts'

const ID = '0123456789abcdef0123456789abcdef01234567'
const VERSION = '1.43.3.10828-00f062b15'
const wire = (...lines: readonly string[]): string => `${lines.join('\r\n')}\r\n\r\n`

/** An answer with these headers, and the port of a pretend server in it. */
const PACKETS = {
  G1: (port: number) =>
    wire(
      'HTTP/1.0 200 OK',
      'Content-Type: plex/media-server',
      'Host: 0123456789abcdef0123456789abcdef.plex.direct',
      'Name: Attic NAS',
      `Port: ${port}`,
      `Resource-Identifier: ${ID.slice(0, 38)}`,
      'Updated-At: 1600000000',
      'Version: 1.20.0.3133-fede5bdc7',
    ),
  G3: (port: number) =>
    wire(
      'HELLO * HTTP/1.0',
      'Content-Type: plex/media-server',
      'Name: Attic NAS',
      `Port: ${port}`,
      `Resource-Identifier: ${ID}`,
      'Updated-At: 1700000000',
      `Version: ${VERSION}`,
    ),
  G4: () =>
    wire(
      'HTTP/1.0 200 OK',
      'Content-Type: plex/media-server',
      `Resource-Identifier: ${ID}`,
      `Version: ${VERSION}`,
    ),
  G5: (port: number) =>
    wire(
      'HTTP/1.0 200 OK',
      'Content-Type: plex/media-server',
      'Host: 192.168.77.20',
      `Machine-Identifier: ${ID}`,
      'Name: Attic NAS',
      `Port: ${port}`,
      'Protocol: plex',
      `Resource-Identifier: ${ID}`,
      'Updated-At: 1700000000',
      'Version: 1.40.0.7998-c29d4c0c8',
    ),
  G7: () =>
    wire(
      'HTTP/1.0 200 OK',
      'Content-Type: plex/media-player',
      'Device-Class: stb',
      'Name: Living Room',
      'Port: 32500',
      'Product: Plex HTPC',
      'Protocol: plex',
      'Protocol-Capabilities: timeline,playback,navigation,playqueues',
      'Protocol-Version: 1',
      'Resource-Identifier: 01234567-89ab-4cde-8f01-23456789abcd',
      'Version: 1.60.1',
    ),
}

const running: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((stop) => stop()))
})
async function host(options: Partial<HostOptions> = {}) {
  const started = await startHost({ behaviour: 'unclaimed', machineIdentifier: ID, ...options })
  running.push(started.stop)
  return started
}
async function answering(packet: string, port?: number) {
  const started = await startResponder({ on: ['127.0.0.1'], packets: () => [packet], ...(port && { port }) })
  running.push(started.stop)
  return started
}

/** The same, unasked. */
function announcing(from: string, packet: string): void {
  running.push(startAnnouncing([from], packet.replace('HTTP/1.0 200 OK', 'HELLO * HTTP/1.0')))
}

const LOOPBACK: Interfaces = {
  lo: [{ address: '127.0.0.1', cidr: '127.0.0.1/8', internal: true } as NetworkInterfaceInfo],
}
type Given = {
  readonly json?: boolean
  readonly sweep?: boolean
  readonly platform?: NodeJS.Platform
  readonly interfaces?: Interfaces
}

async function run({ json = true, sweep = false, platform = 'linux', interfaces = LOOPBACK }: Given = {}) {
  const [said, progress]: [string[], string[]] = [[], []]
  const terminal = {
    result: (text: string) => said.push(text),
    progress: (text: string) => progress.push(text),
    columns: () => null,
  }
  const scope = { interfaces: () => interfaces, own: 'http://127.0.0.1:1' as Address, platform }
  const problem = await find({ json, sweep, timeout: 700 }, terminal, scope).then(
    () => '',
    (error: unknown) => {
      if (!(error instanceof Problem)) throw error
      return error.message
    },
  )
  return { said: said.join('\n'), progress: progress.join('\n'), problem }
}
const listed = (said: string) =>
  JSON.parse(said) as readonly { machineIdentifier: string; name: string | null; addresses: string[] }[]

export function describeCases(): void {
  describe('discovery, case by case', cases)
}

function cases(): void {
  it('G1: 38 digits are an identifier, and the name in Host is not the address', async () => {
    const { port, origin } = await host({ machineIdentifier: ID.slice(0, 38) })
    await answering(PACKETS.G1(port))
    const { said } = await run()
    expect(listed(said)).toMatchObject([
      { machineIdentifier: ID.slice(0, 38), name: 'Attic NAS', claim: 'unclaimed', addresses: [origin] },
    ])
  })

  it('G3: a server that only announces itself is found, where no question gets through', async () => {
    const { port, origin } = await host()
    announcing('127.0.0.1', PACKETS.G3(port))
    const { said } = await run()
    expect(listed(said)).toMatchObject([{ machineIdentifier: ID, name: 'Attic NAS', addresses: [origin] }])
  })

  it('G3: words of an announcement are taken as an answer, too', async () => {
    const { port, origin } = await host()
    await answering(PACKETS.G3(port))
    expect(listed((await run()).said)).toMatchObject([{ machineIdentifier: ID, addresses: [origin] }])
  })

  it('G4: without a port it is 32400, which is asked who it is', async () => {
    await host({ port: 32_400, address: '127.0.0.5' })
    announcing('127.0.0.5', PACKETS.G4())
    const { said, progress } = await run()
    expect(listed(said)).toMatchObject([
      { machineIdentifier: ID, name: null, claim: 'unclaimed', addresses: ['http://127.0.0.5:32400'] },
    ])
    expect(progress).toContain('Found a server at http://127.0.0.5:32400: not claimed.')
  })

  it('G5: more headers than usual make no second server', async () => {
    const { port, origin } = await host()
    await answering(PACKETS.G5(port))
    expect(listed((await run()).said)).toMatchObject([{ machineIdentifier: ID, addresses: [origin] }])
  })

  it('G7: a player is no server', async () => {
    const { questions } = await answering(PACKETS.G7())
    announcing('127.0.0.1', PACKETS.G7())
    expect(listed((await run()).said)).toEqual([])
    expect(questions().length).toBeGreaterThan(0)
  })

  it('G8: a server that answers at port 32410 only is found', async () => {
    const { port, origin } = await host()
    const { questions } = await answering(PACKETS.G5(port), 32_410)
    expect(listed((await run()).said)).toMatchObject([{ machineIdentifier: ID, addresses: [origin] }])
    // In this time it asks twice, in the group of today and in the one that this port was for.
    expect(questions().length).toBeGreaterThan(2)
  })

  it('G9: where nobody is found, the sentence speaks of containers and of the way to find them', async () => {
    const { problem } = await run()
    expect(problem).toMatch(/"setup-plex find --sweep".*containers do not answer/)
    const swept = await run({ sweep: true })
    expect(swept.problem).not.toContain('--sweep')
    // Loopback is nobody's home network.
    expect(swept.progress).toContain('no home network whose addresses could be tried')
  })

  it('G10: three answers of one server are one row; where it was not reached is marked, and not for programs', async () => {
    const { port } = await host({ address: '127.0.0.2' })
    for (const ip of ['127.0.0.2', '127.0.0.3', '127.0.0.4']) {
      announcing(ip, PACKETS.G5(port))
    }
    const { said } = await run({ json: false })
    const [, ...rows] = said.split('\n')
    expect(rows).toHaveLength(1)
    const at = (n: number): string => `http://127.0.0.${n}:${port}`
    expect(rows[0]).toContain(`${at(2)}, ${at(3)} (no answer), ${at(4)} (no answer)`)
    expect(listed((await run()).said)).toMatchObject([{ addresses: [at(2)] }])
  })

  it('G11: macOS that keeps this program off the network is told from an empty network', async () => {
    const elsewhere: Interfaces = {
      en0: [{ address: '192.0.2.1', cidr: '192.0.2.1/24', internal: false } as NetworkInterfaceInfo],
    }
    const socket = await import('../../../src/cli/find/gdm-socket.ts')
    const refused = vi.spyOn(socket, 'openGdmSocket').mockImplementation((_ip, { unsent }) => {
      setTimeout(unsent, 10, 'EHOSTUNREACH')
      return { isOpen: () => true, close: () => undefined }
    })
    const mac = await run({ platform: 'darwin', interfaces: elsewhere })
    const linux = await run({ platform: 'linux', interfaces: elsewhere })
    refused.mockRestore()
    expect(mac.problem).toMatch(/^macOS keeps this program off the network: .*Terminal.*Local Network;/)
    expect(linux.problem).toMatch(/^No server was found/)
  })

  it('G12: two network cards in one network are one row with two addresses', async () => {
    const { port } = await host({ address: '0.0.0.0' })
    for (const ip of ['127.0.0.20', '127.0.0.21']) {
      announcing(ip, PACKETS.G5(port))
    }
    expect(listed((await run()).said)).toMatchObject([
      { machineIdentifier: ID, addresses: [`http://127.0.0.20:${port}`, `http://127.0.0.21:${port}`] },
    ])
  })

  it('G13: who takes the name of another server has a row of its own, and is not confirmed', async () => {
    const { port } = await host({ address: '127.0.0.2' })
    const other = 'fedcba9876543210fedcba9876543210fedcba98'
    await host({ address: '127.0.0.3', port, machineIdentifier: other, behaviour: 'claimed' })
    for (const ip of ['127.0.0.2', '127.0.0.3']) {
      announcing(ip, PACKETS.G5(port))
    }
    const { said } = await run({ json: false })
    const [, ...rows] = said.split('\n')
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatch(/^Attic NAS +not claimed .*…234567 +http:\/\/127\.0\.0\.2:\d+$/)
    expect(rows[1]).toMatch(/^– +not confirmed .*…dcba98 +http:\/\/127\.0\.0\.3:\d+$/)
  })
}
