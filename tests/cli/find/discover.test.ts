// @vitest-environment node
import type { NetworkInterfaceInfo } from 'node:os'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { discover } from '../../../src/cli/find/discover.ts'
import { hearAnnouncements } from '../../../src/cli/find/gdm-announcements.ts'
import { openGdmSocket } from '../../../src/cli/find/gdm-socket.ts'
import type { Interfaces } from '../../../src/cli/own-addresses.ts'

type PretendSocket = {
  readonly ip: string
  open: boolean
  readonly ears: Parameters<typeof openGdmSocket>[1]
}

vi.mock(import('../../../src/cli/find/gdm-socket.ts'), () => ({
  openGdmSocket: vi.fn<typeof openGdmSocket>(),
}))
vi.mock(import('../../../src/cli/find/gdm-announcements.ts'), () => ({
  hearAnnouncements: vi.fn<typeof hearAnnouncements>(),
}))
let announced: { hear: Parameters<typeof hearAnnouncements>[0]; joined: string[]; open: boolean }
let opened: PretendSocket[]
beforeEach(() => {
  vi.useFakeTimers()
  opened = []
  vi.mocked(openGdmSocket).mockImplementation((ip, ears) => {
    const socket = { ip, open: true, ears }
    opened.push(socket)
    return { isOpen: () => socket.open, close: () => (socket.open = false) }
  })
  vi.mocked(hearAnnouncements).mockImplementation((hear) => {
    announced = { hear, joined: [], open: true }
    return { join: (ip) => announced.joined.push(ip), close: () => (announced.open = false) }
  })
})
afterEach(() => {
  vi.useRealTimers()
})

const [HOME, WORK, NONE]: Interfaces[] = [
  { eth0: [{ address: '192.168.1.5', cidr: '192.168.1.5/24', internal: false } as NetworkInterfaceInfo] },
  { eth1: [{ address: '10.0.0.5', cidr: '10.0.0.5/8', internal: false } as NetworkInterfaceInfo] },
  {},
]

/** Begins in the first of these, and is in the next one half a second later; an error is no answer. */
function among(...states: readonly (Interfaces | Error | undefined)[]) {
  const over = new AbortController()
  const [appeared, heard, refused]: [string[], string[], string[]] = [[], [], []]
  const left = [...states]
  const networks = discover(
    {
      interfaces: () => {
        const now = left.length > 1 ? left.shift() : left[0]
        if (now instanceof Error || now === undefined) throw now ?? new Error('no state')
        return now
      },
      hear: (packet, from, network) => heard.push(`${Buffer.from(packet).toString()} ${from} ${network.ip}`),
      unsent: (code, { ip }) => refused.push(`${code} ${ip}`),
      appeared: ({ ip }) => appeared.push(ip),
    },
    over.signal,
  )
  const now = () => networks().map(({ ip }) => ip)
  return { first: now(), now, appeared, heard, refused, stop: () => over.abort() }
}
const openNow = () => opened.filter(({ open }) => open).map(({ ip }) => ip)

it('asks in a network as long as it is there, and in others as they come', () => {
  const { first, appeared } = among({ ...HOME, ...WORK }, HOME, NONE, WORK)
  expect([first, openNow()]).toEqual([
    ['192.168.1.5', '10.0.0.5'],
    ['192.168.1.5', '10.0.0.5'],
  ])
  vi.advanceTimersByTime(500)
  expect(openNow()).toEqual(['192.168.1.5'])
  vi.advanceTimersByTime(500)
  expect([openNow(), appeared]).toEqual([[], []])
  vi.advanceTimersByTime(500)
  expect([openNow(), appeared]).toEqual([['10.0.0.5'], ['10.0.0.5']])
})

it('asks anew where the system ended it, without a word', () => {
  const { appeared } = among(HOME)
  for (const socket of opened) socket.open = false
  vi.advanceTimersByTime(5_000)
  expect([openNow(), opened.length, appeared]).toEqual([['192.168.1.5'], 2, []])
})

it('leaves everything as it is while the system can not tell', () => {
  const { appeared } = among(HOME, new Error('not now'), HOME)
  vi.advanceTimersByTime(2_000)
  expect([openNow(), opened.length, appeared]).toEqual([['192.168.1.5'], 1, []])
})

it('tells in which network something was heard', () => {
  const { heard } = among({ ...HOME, ...WORK })
  opened[1]?.ears.hear(Buffer.from('hello'), '10.0.0.9')
  expect(heard).toEqual(['hello 10.0.0.9 10.0.0.5'])
})

it('tells which networks there are now, and which one could not be asked', () => {
  const { now, refused } = among({ ...HOME, ...WORK }, WORK)
  opened[0]?.ears.unsent('EHOSTUNREACH')
  expect([now(), refused]).toEqual([['192.168.1.5', '10.0.0.5'], ['EHOSTUNREACH 192.168.1.5']])
  vi.advanceTimersByTime(500)
  expect(now()).toEqual(['10.0.0.5'])
})

it('hears announcements in every network, and tells in which one their sender is', () => {
  const { heard } = among(HOME, { ...HOME, ...WORK })
  vi.advanceTimersByTime(500)
  expect(announced.joined).toEqual(['192.168.1.5', '10.0.0.5'])
  announced.hear(Buffer.from('hello'), '10.0.0.9')
  announced.hear(Buffer.from('hello'), '203.0.113.9')
  expect(heard).toEqual(['hello 10.0.0.9 10.0.0.5', 'hello 203.0.113.9 192.168.1.5'])
})

it('leaves nothing open when it is over', () => {
  const { stop } = among(HOME, WORK)
  stop()
  expect([openNow(), announced.open]).toEqual([[], false])
  vi.advanceTimersByTime(5_000)
  expect([openNow(), vi.getTimerCount()]).toEqual([[], 0])
})
