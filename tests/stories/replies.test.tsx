import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { pass, passMinutes } from './clock.ts'
import { ADDRESS, home, stampFor } from './home.ts'
import { arriveAt, openPage, openRow, seen, type Page } from './open-page.tsx'
import { findReason } from './reasons.ts'
import { timesAsked } from './traffic.ts'
import { MISSING, PROXY, READY, RENEWED, STARTING, STRANGER, TWO_SERVERS } from './words.ts'

const DIRECTLY = /the server's own address(?: instead)?, such as 192\.168\.1\.10:32400\./

function openAt(at: string, network = home('refusing')): Page {
  return openPage({ network, hash: `#/?at=${encodeURIComponent(at)}` })
}

async function typed(text: string, network = home('refusing')): Promise<Page> {
  const page = openPage({ network, stamp: stampFor() })
  await arriveAt(MISSING)
  await openRow(page, "Type the server's address")
  await page.user.click(screen.getByRole('textbox', { name: "The server's address" }))
  await page.user.paste(text)
  await page.user.keyboard('{Enter}')
  return page
}

describe('what stands in front of a server', () => {
  it.each([
    ['F13', 'proxy-503', /\(code 503\)/],
    ['F14', 'proxy-down', /\(code 502\)/],
    ['F15', 'proxy-lost', /After a start, that may take a minute/],
    ['F16', 'basic-auth', /lets nobody through without a sign-in/],
    ['F17', 'redirecting', /A proxy with a sign-in page does that/],
  ] as const)('%s: %s is a proxy, with the way around it', async (_case, behaviour, words) => {
    const page = openPage({ network: home(behaviour), stamp: stampFor() })
    await arriveAt(PROXY)
    expect(page.stage()).toBe('stranger')
    expect(seen(words).length).toBeGreaterThan(0)
    expect(seen(DIRECTLY).length).toBeGreaterThan(0)
    expect(page.serverShown()).toBeUndefined()
  })

  it('F13: goes on by itself once the server behind it is back', async () => {
    const network = home('proxy-503')
    openPage({ network, stamp: stampFor() })
    await arriveAt(PROXY)
    network.become(ADDRESS, 'stuck-starting')
    await arriveAt(STARTING, 10_000)
    network.become(ADDRESS, 'unclaimed')
    await arriveAt(READY, 10_000)
  })

  it('F16: what hides behind a name may be a proxy, which is said; behind a number it is not', async () => {
    openAt('http://attic:32400', home('hiding', 'http://attic:32400'))
    await arriveAt(/can't read its status/)
    expect(seen(/one that wants a sign-in first, hides its answer in the same way/)).toHaveLength(1)
  })

  it('F16: a number that hides is no proxy as far as anybody can tell', async () => {
    openPage({ network: home('hiding'), stamp: stampFor() })
    await arriveAt(/can't read its status/)
    expect(seen(/in the same way/)).toHaveLength(0)
  })

  it('F7: speaks like a server, and is never linked to', async () => {
    const page = openPage({ network: home('odd-identifier'), hash: `#/?at=${ADDRESS}` })
    await arriveAt(STRANGER)
    expect(seen(/an identifier that is not valid/)).toHaveLength(1)
    expect(page.serverShown()).toBeUndefined()
    expect(document.querySelector('[data-action="sign-in"]')).toBeNull()
  })
})

describe('a page that a proxy gave away', () => {
  const OWN = 'http://plex.home.arpa:80'.replace(':80', '')

  it('F14: says that it is one where nothing else is known', async () => {
    openPage({ network: home('proxy-down', OWN), pageOrigin: OWN })
    await arriveAt(PROXY)
  })

  it('F14: says what the named address does where there is one', async () => {
    const network = home('proxy-down', OWN)
    network.add({ address: ADDRESS, behaviour: 'refusing' })
    openPage({ network, pageOrigin: OWN, stamp: stampFor() })
    await arriveAt(MISSING)
  })
})

describe('who answers', () => {
  it('F19: two servers in turn, of which neither is offered', async () => {
    const page = openPage({ network: home('two-servers'), hash: `#/?at=${ADDRESS}` })
    await arriveAt(TWO_SERVERS, 20_000)
    expect(page.stage()).toBe('stranger')
    expect(document.querySelector('[data-action="sign-in"], [data-action="use-instead"]')).toBeNull()
    await pass(20_000, () => page.stage() !== 'stranger')
    expect(page.stage()).toBe('stranger')
    expect(document.querySelector('[data-cause]')?.getAttribute('data-cause')).toBe('C5')
  })

  it('F20: a server that keeps nothing, with the volume before the advice to link it', async () => {
    const page = openPage({ network: home('forgetful'), hash: `#/?at=${ADDRESS}` })
    await arriveAt(RENEWED, 60_000)
    await findReason(page)
    expect(seen(/look at the volume for \/config first/)).toHaveLength(1)
    expect(screen.getByRole('heading', { name: "The server's settings are not kept" })).toBeVisible()
    expect(document.querySelector('[data-action="use-instead"]')).toBeNull()
  })
})

describe('a start', () => {
  it('X3: says for how long, what is normal, and what not to do', async () => {
    openPage({ network: home('stuck-starting'), stamp: stampFor() })
    await arriveAt(STARTING)
    await pass(40_000)
    expect(seen(/^Starting for (39|40|41) seconds$/)).toHaveLength(1)
    expect(seen(/ready within two minutes.*half an hour.*Don't restart the server/)).toHaveLength(1)
    await passMinutes(5)
    expect(seen('Starting for 5 minutes')).toHaveLength(1)
    expect(seen(/began anew/)).toHaveLength(0)
  })

  it('counts no seconds before there are two', async () => {
    openPage({ network: home('stuck-starting'), stamp: stampFor() })
    await arriveAt(STARTING)
    const said = new Set<string>()
    await pass(4_000, () => {
      for (const { textContent } of screen.getAllByText(/^Starting (now|for)/)) said.add(textContent ?? '')
      return false
    })
    expect([...said]).toEqual([
      'Starting now',
      'Starting for 2 seconds',
      'Starting for 3 seconds',
      'Starting for 4 seconds',
    ])
  })

  it('F12: says that something ends it each time, and stays calm', async () => {
    const page = openPage({ network: home('killed-starting'), stamp: stampFor() })
    await arriveAt(STARTING)
    const stages = new Set<string | undefined>()
    await pass(60_000, () => {
      stages.add(page.stage())
      return seen(/The server began anew \d+ times/).length > 0
    })
    expect(seen(/give the health check more time to start/)).toHaveLength(1)
    expect([...stages]).toEqual(['starting'])
    await findReason(page)
    expect(
      screen.getByRole('heading', { name: 'Something restarts the server before it is ready' }),
    ).toBeVisible()
  })
})

describe('an address that is odd', () => {
  const HEX = '0123456789abcdef0123456789abcdef'

  it.each([
    ['F22', 'https://192.168.77.20:32400', /none is made for an IP address/, 'http://192.168.77.20:32400'],
    ['F24', 'https://192.168.77.20', /none is made for an IP address/, 'http://192.168.77.20:32400'],
    ['F24', 'https://attic-nas', /https asks port 443/, 'http://attic-nas:32400'],
    [
      'F27',
      `https://192-168-77-20.${HEX}.plex.direct:32400`,
      /stands for the IP address/,
      'http://192.168.77.20:32400',
    ],
  ])('%s: %s: says what is odd, and leads to the other one', async (_case, text, words, instead) => {
    const network = home('refusing')
    network.add({ address: instead, behaviour: 'unclaimed' })
    const { user } = await typed(text, network)
    await pass(6_000, () => seen(words).length > 0)
    expect(seen(words)).toHaveLength(1)
    expect(timesAsked(instead)).toBe(0)
    await user.click(screen.getByRole('button', { name: `Check ${new URL(instead).host} instead` }))
    await arriveAt(READY)
  })

  it.each([
    ['F25', '192.168.0.1', /192\.168\.0\.1:32400 is often the router\./],
    ['L22', 'fe80::1', /begins with fe80/],
  ])('%s: %s: says what is odd', async (_case, text, words) => {
    await typed(text)
    await pass(6_000, () => seen(words).length > 0)
    expect(seen(words)).toHaveLength(1)
  })

  it('F25: says so as well where the router answers', async () => {
    const network = home('refusing')
    network.add({ address: 'http://192.168.0.1', behaviour: 'printer' })
    await typed('http://192.168.0.1:80', network)
    await arriveAt(STRANGER)
    expect(seen(/is often the router/)).toHaveLength(1)
  })

  it('F25: says nothing where a server answers there', async () => {
    const network = home('refusing')
    network.add({ address: 'http://192.168.0.1:32400', behaviour: 'unclaimed' })
    await typed('192.168.0.1', network)
    await arriveAt(READY)
    expect(seen(/is often the router/)).toHaveLength(0)
  })

  it('says nothing of an address that the file names', async () => {
    openPage({
      network: home('refusing', 'http://192.168.0.1:32400'),
      stamp: stampFor(['http://192.168.0.1:32400']),
    })
    await arriveAt(MISSING)
    expect(seen(/is often the router/)).toHaveLength(0)
  })

  it('F27: offers the number in a link before the name is contacted', async () => {
    const at = `https://192-168-77-20.${HEX}.plex.direct:32400`
    const network = home('refusing')
    network.add({ address: 'http://192.168.77.20:32400', behaviour: 'unclaimed' })
    const { user } = openAt(at, network)
    await arriveAt('Is this address yours?')
    await user.click(screen.getByRole('button', { name: 'Check 192.168.77.20:32400 instead' }))
    await arriveAt(READY)
    expect(timesAsked(at)).toBe(0)
  })

  it('F27: what a link brought names nobody where the file names an address', async () => {
    const network = home('refusing')
    network.add({ address: 'http://192.168.77.20:32400', behaviour: 'unclaimed' })
    const at = `https://192-168-77-20.${HEX}.plex.direct:32400`
    const hash = `#/?at=${encodeURIComponent(at)}`
    const { user } = openPage({ network, stamp: stampFor(), hash })
    await arriveAt('Is this address yours?')
    await user.click(screen.getByRole('button', { name: 'Check 192.168.77.20:32400 instead' }))
    await pass(6_000)
    const named = sessionStorage.getItem('setup-plex:named-addresses')
    expect(named).toContain('"how":"picked"')
    expect(named).not.toContain('"how":"typed"')
  })

  it.each([
    ['F23', '192.168.0.4/32400/web'],
    ['F23', 'http://192.168.0.4:32400/web/index.html#!/setup'],
    ['F24', '192.168.0.4:32400'],
    ['F24', 'http:/192.168.0.4'],
  ])('%s: %s is the server', async (_case, text) => {
    const network = home('refusing')
    network.add({ address: 'http://192.168.0.4:32400', behaviour: 'unclaimed' })
    await typed(text, network)
    await arriveAt(READY)
  })

  it('F26: a port with a digit too many is called one', async () => {
    await typed('192.168.0.4:324000')
    expect(screen.getByRole('alert').textContent).toMatch(/between 1 and 65535; the usual one is 32400/)
  })
})
