import { readFileSync } from 'node:fs'
import { screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { PLACES, type Place } from '../../src/server/place.ts'
import { closeHelp, openHelp, PAGES } from './open-help.tsx'

// A busy computer takes its time over every page.
vi.setConfig({ testTimeout: 60_000 })

afterEach(closeHelp)

type Topic = (typeof PAGES)[number]

const text = (): string => document.body.textContent

/** What stands in the list of facts: the sentence, who says so, and how well it is known. */
const facts = (): string[] =>
  [...document.querySelectorAll('small[data-known]')].map((small) => small.closest('li')?.textContent ?? '')

describe('help says', () => {
  it.each<readonly [string, Topic, Place | null, RegExp]>([
    [
      'L5: shares have to be set up again',
      'recover',
      'linux',
      /shared again\. \(Reported.*plex-claim-server 1\)/,
    ],
    [
      'L6: a container is claimed again by a code',
      'recover',
      'docker',
      /create the container again with a fresh code/,
    ],
    [
      'L7: an overloaded account service is nobody’s fault',
      'recover',
      null,
      /Nothing is wrong with your server.*805725/,
    ],
    [
      'L10: Synology’s own way keeps the data',
      'recover',
      'nas',
      /keep its data.*Install using claim token.*five minutes/,
    ],
    ['L12: a pod without a name server', 'recover', 'docker', /does not find plex\.tv.*truecharts 8081/],
    [
      'L14: nobody is asked for a password here',
      'requirement',
      null,
      /never asks for a password or for the number/,
    ],
    [
      'L15: an account without a password',
      'requirement',
      null,
      /made with Google.*has no password.*the same button/,
    ],
    [
      'L16: why no code goes over the internet, and what does it there',
      'tunnel',
      null,
      /none over the internet, not even to a server that is at home there/,
    ],
    ['L18: rootless and bridge networks', 'tunnel', null, /rootless Podman.*docker-plex 281/],
    ['L19: macvlan', 'tunnel', null, /macvlan.*another device.*docker\/docs 10751/],
    ['L20: TrueNAS', 'tunnel', null, /“Host Network”.*field for a claim token.*questions\.yaml/],
    ['L21: allowedNetworks', 'tunnel', null, /allowedNetworks.*Empty the value.*timhaak\/docker-plex 59/],
    ['L22: IPv6', 'tunnel', null, /Over IPv6.*IPv4 address/],
    [
      'L23: the tray icon, and values that are missing',
      'recover',
      'windows-app',
      /icon beside the clock.*Task Manager.*missing is fine/,
    ],
    [
      'L24: an account without a password',
      'find-the-file',
      'windows-service',
      /without a password can't run a service/,
    ],
    ['L25: one server only', 'find-the-file', 'windows-service', /Only one server may run/],
    ['L26: a virtual account', 'find-the-file', 'windows-service', /C:\\Windows\\ServiceProfiles\\<name>/],
    [
      'L27: one folder too deep',
      'find-the-file',
      'docker',
      /Preferences\.xml lies right in this folder.*docker-plex 209/,
    ],
    ['L31: Snap and Flatpak', 'find-the-file', null, /Snap or Flatpak.*Downloads first/],
    ['L32: Android', 'find-the-file', null, /Android.*Use a computer/],
    ['L36: Cloudflare', 'tunnel', null, /Cloudflare.*proxying off.*OmniStream 25/],
    ['L38: an NVIDIA Shield', 'recover', null, /NVIDIA Shield.*Sign out and in again/],
    ['L39: an ingress', 'tunnel', null, /ingress of Kubernetes.*forward the port/],
  ])('%s', (_, topic, place, words) => {
    openHelp({ topic, place })
    expect(text()).toMatch(words)
  })

  it('what concerns a service to nobody else', () => {
    openHelp({ topic: 'find-the-file', place: 'windows-app' })
    expect(text()).not.toMatch(/without a password/)
  })

  it.each<readonly [Place, RegExp]>([
    ['mac', /Task Manager|Synology|truecharts/],
    ['linux', /Task Manager|Synology/],
    ['windows-app', /Synology|truecharts/],
    ['nas', /Task Manager|truecharts/],
  ])('on %s nothing that concerns others', (place, others) => {
    openHelp({ topic: 'recover', place })
    expect(facts().join('\n')).not.toMatch(others)
  })
})

it('L16: on the server’s own computer a line hands the code over, which is good for one server only', () => {
  openHelp({ topic: 'tunnel', place: null })
  const group = screen.getByRole('group', { name: /^Enter the claim code, in a terminal on the server's/ })
  expect(within(group).getByText(/^curl/).textContent).toBe(
    "curl -X POST '127.0.0.1:32400/myplex/claim?token=claim-…'",
  )
})

it('every fact says who says so and how well it is known, and docs/protocol.md says the same', () => {
  const documented = readFileSync('docs/protocol.md', 'utf8').split('\n')
  const grades = { documented: 'V', reported: 'R' }
  const seen = new Set<string>()
  for (const topic of PAGES) {
    for (const place of [null, ...PLACES]) {
      openHelp({ topic, place })
      for (const small of document.querySelectorAll<HTMLElement>('small[data-known]')) {
        const { known = '', source = '' } = small.dataset
        expect(small.textContent).toContain(source)
        seen.add(`${grades[known as keyof typeof grades]}: ${source}`)
      }
      closeHelp()
    }
  }
  expect(seen.size).toBeGreaterThan(15)
  for (const each of seen)
    expect(
      documented.filter((line) => line.includes(each)),
      each,
    ).toHaveLength(1)
})
