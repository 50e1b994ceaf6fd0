import { describe, expect, it } from 'vitest'
import type { Address } from '../../src/lib/address.ts'
import { classOf } from '../../src/lib/address-class.ts'
import { networkOf, parseNetwork, type Network } from '../../src/server/network.ts'
import {
  isSettled,
  networksToSearch,
  routerPagesIn,
  ROUTERS,
  USUAL_PAGES,
  type RouterSaid,
} from '../../src/server/routers.ts'

const page = (host: string): Address => `http://${host}` as Address
const network = (text: string): Network => text as Network

/** What the routers said, by host; the others failed at once. */
function said(...hosts: readonly (readonly [host: string, RouterSaid])[]): ReadonlyMap<Address, RouterSaid> {
  return new Map(hosts.map(([host, what]) => [page(host), what]))
}

describe('which networks are searched, and in which order', () => {
  it.each<[string, Network[], ReadonlyMap<Address, RouterSaid>, string[]]>([
    ['none where no router answered and nothing is known', [], said(), []],
    ['that of the router that answered', [], said(['192.168.178.1', 'answered']), ['192.168.178']],
    [
      'also of one that stands at the end of its network',
      [],
      said(['192.168.1.254', 'answered']),
      ['192.168.1'],
    ],
    [
      'a router that failed or is silent speaks for no network',
      [],
      said(['192.168.0.1', 'failed'], ['192.168.1.1', 'silent'], ['10.0.0.1', 'answered']),
      ['10.0.0'],
    ],
    [
      "behind the provider's router, the person's own comes first",
      [],
      said(['192.168.1.1', 'answered'], ['192.168.50.1', 'answered'], ['192.168.178.1', 'answered']),
      ['192.168.50', '192.168.178', '192.168.1'],
    ],
    [
      'a modem comes last, whoever answered first',
      [],
      said(['192.168.100.1', 'answered'], ['192.168.1.1', 'answered']),
      ['192.168.1', '192.168.100'],
    ],
    ['one network once', [], said(['192.168.1.1', 'answered'], ['192.168.1.254', 'answered']), ['192.168.1']],
    ['what is known, where no router answered', [network('10.9.8')], said(), ['10.9.8']],
    [
      'what is known, in its order, although both are silent',
      [network('10.9.8'), network('192.168.1')],
      said(['192.168.1.1', 'silent'], ['10.9.8.1', 'silent']),
      ['10.9.8', '192.168.1'],
    ],
    [
      'what is known comes first',
      [network('192.168.1')],
      said(['192.168.1.1', 'answered'], ['192.168.178.1', 'answered']),
      ['192.168.1', '192.168.178'],
    ],
    [
      'what is known comes first also where its router shows no page',
      [network('192.168.4')],
      said(['192.168.4.1', 'failed'], ['192.168.4.254', 'silent'], ['192.168.0.1', 'answered']),
      ['192.168.4', '192.168.0'],
    ],
    [
      'what is known comes first also where its router was not asked any more',
      [network('10.9.8'), network('10.9.9')],
      said(['10.9.8.1', 'answered']),
      ['10.9.8', '10.9.9'],
    ],
    [
      'what is known comes last where nobody is at home there, and somebody is elsewhere: this device has moved',
      [network('192.168.1')],
      said(['192.168.1.1', 'silent'], ['192.168.1.254', 'silent'], ['192.168.178.1', 'answered']),
      ['192.168.178', '192.168.1'],
    ],
    [
      'one of two known networks answers: it comes first',
      [network('192.168.1'), network('192.168.2')],
      said(['192.168.1.1', 'failed'], ['192.168.2.1', 'answered']),
      ['192.168.2', '192.168.1'],
    ],
  ])('%s', (_what, known, answers, expected) => {
    expect(networksToSearch(known, answers)).toEqual(expected)
  })
})

describe('the pages that are asked', () => {
  it('are the usual ones, each once', () => {
    expect(new Set(USUAL_PAGES).size).toBe(USUAL_PAGES.length)
    expect(USUAL_PAGES.length).toBeLessThanOrEqual(26)
    expect(USUAL_PAGES).toContain('http://192.168.178.1')
    expect(USUAL_PAGES).toContain('http://10.0.0.1')
  })

  it('are all of a home, and at the usual port: nothing outside is asked', () => {
    for (const each of USUAL_PAGES) {
      expect(classOf(each)).toBe('private')
      expect(new URL(each).port).toBe('')
    }
  })

  it('are two in a network that is known', () => {
    expect(routerPagesIn([network('10.9.8'), network('192.168.1')])).toEqual(
      ['10.9.8.1', '10.9.8.254', '192.168.1.1', '192.168.1.254'].map(page),
    )
  })
})

describe('nobody else is asked', () => {
  it.each<[string, string[], ReadonlyMap<Address, RouterSaid>, boolean]>([
    ['where the router of the first known network answers', ['10.9.8'], said(['10.9.8.1', 'answered']), true],
    [
      'where it stands at the end',
      ['10.9.8'],
      said(['10.9.8.1', 'silent'], ['10.9.8.254', 'answered']),
      true,
    ],
    ['where it refuses', ['10.9.8'], said(['10.9.8.1', 'failed']), true],
    ['but where it is silent', ['10.9.8'], said(['10.9.8.1', 'silent'], ['10.9.8.254', 'silent']), false],
    ['but where only another one answers', ['10.9.8', '192.168.1'], said(['192.168.1.1', 'answered']), false],
    ['but where none is known', [], said(['192.168.1.1', 'answered']), false],
  ])('%s', (_what, known, answers, settled) => {
    expect(isSettled(known.map(network), answers)).toBe(settled)
  })
})

describe('the makes that people are asked for', () => {
  it.each(ROUTERS)('$name makes networks at home', ({ networks }) => {
    expect(new Set(networks).size).toBe(networks.length)
    for (const each of networks) expect(parseNetwork(each)).toEqual({ kind: 'network', network: each })
  })

  it('are named once', () => {
    const names = ROUTERS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  it('have their page among those that are asked', () => {
    const asked = new Set(USUAL_PAGES.map(networkOf))
    expect(ROUTERS.map(({ networks: [first] }) => first).filter((first) => !asked.has(first))).toEqual([])
  })
})
