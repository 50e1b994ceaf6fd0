import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { pretendNetwork } from '../../src/mocks/network.ts'
import { pass } from './clock.ts'
import { ADDRESS, rememberAddresses, SERVER, stampFor } from './home.ts'
import { arriveAt, openPage, type Page } from './open-page.tsx'
import { codesSent } from './traffic.ts'
import { HEARSAY, MISSING, READY } from './words.ts'

const MOVED = 'http://192.168.1.77:32400'
const codeField = () => screen.queryByLabelText('The claim code')
const refusal = () => screen.queryByText(/the file doesn't name that address/)
const linksTo = (origin: string) =>
  [...document.querySelectorAll('a')].filter(({ href }) => href.startsWith(origin))

/** The file names an address where nobody is; something that answers like the server is elsewhere. */
async function openFoundElsewhere(): Promise<Page> {
  const network = pretendNetwork([{ address: MOVED, behaviour: 'unclaimed', machineIdentifier: SERVER }], {
    now: () => performance.now(),
    elsewhere: 'nobody',
  })
  const page = openPage({ network, stamp: stampFor() })
  await arriveAt(MISSING, 7_000)
  await page.user.click(screen.getByRole('button', { name: 'Search my network' }))
  await arriveAt(READY, 3_000)
  return page
}

describe('a server at an address that the file does not name', () => {
  it('can be signed in to, is handed no code, and no link leads there', async () => {
    const page = await openFoundElsewhere()
    expect(page.serverShown()).toBe(SERVER)
    expect(screen.getByRole('link', { name: 'Sign in (opens a new tab)' }).getAttribute('href')).toContain(
      SERVER,
    )
    expect(codeField()).toBeNull()
    expect(refusal()?.textContent).toContain('192.168.1.77:32400')
    expect(linksTo(MOVED)).toEqual([])
  })

  it('is handed a code when the person types the address', async () => {
    const page = await openFoundElsewhere()
    await page.user.click(screen.getByText('Use a claim code'))
    const field = screen.getByRole('textbox', { name: "The server's address" })
    await page.user.type(field, '192.168.1.77{Enter}')
    await arriveAt(READY)
    await pass(100)
    expect(refusal()).toBeNull()
    const code = codeField()
    if (code === null) throw new Error('there is no field for a code')
    await page.user.click(code)
    await page.user.paste('claim-abcdefghij0123456789')
    await page.user.click(screen.getByRole('button', { name: 'Link with this code' }))
    await pass(500)
    expect(codesSent()).toEqual([`${MOVED}/myplex/claim?token=claim-abcdefghij0123456789`])
  })

  it('gets the place of the server only when nothing answers where the file says', async () => {
    rememberAddresses({ machineIdentifier: SERVER, address: MOVED })
    const network = pretendNetwork(
      [
        { address: MOVED, behaviour: 'claimed', machineIdentifier: SERVER },
        {
          address: ADDRESS,
          behaviour: 'slow-headers',
          machineIdentifier: SERVER,
          times: { slowHeadersMs: 3_000 },
        },
      ],
      { now: () => performance.now() },
    )
    const page = openPage({ network, stamp: stampFor() })
    await pass(2_500)
    expect(page.stage()).toBe('looking')
    await arriveAt(READY)
    network.become(ADDRESS, 'silent')
    await pass(8_000)
    expect(page.stage()).toBe('unclaimed')
    await arriveAt(HEARSAY, 30_000)
    expect(document.title).not.toContain('✓')
    expect(linksTo(MOVED)).toEqual([])
    network.become(ADDRESS, 'unclaimed')
    await arriveAt(READY, 10_000)
  })
})

describe('a server that is found from a file without any address', () => {
  const network = () =>
    pretendNetwork([{ address: MOVED, behaviour: 'unclaimed', machineIdentifier: SERVER }], {
      now: () => performance.now(),
    })

  it('is handed a code once the person said that it is theirs', async () => {
    const page = openPage({ network: network(), hash: `#/?at=${encodeURIComponent(MOVED)}` })
    await arriveAt(READY)
    expect(codeField()).toBeNull()
    await page.user.click(screen.getByText('Use a claim code'))
    await page.user.click(screen.getByRole('button', { name: 'My server is at 192.168.1.77:32400' }))
    await pass(100)
    expect(codeField()).not.toBeNull()
  })

  it('is picked by signing in to it', async () => {
    const page = openPage({ network: network(), hash: `#/?at=${encodeURIComponent(MOVED)}` })
    await arriveAt(READY)
    await page.user.click(screen.getByRole('link', { name: 'Sign in (opens a new tab)' }))
    await pass(100)
    expect(page.stage()).toBe('confirming')
    expect(codeField()).not.toBeNull()
  })
})

describe('a stamp that can not be read', () => {
  it.each([['{"format":2}'], ['{"server":{"addresses":"all"}}'], ['no JSON']])(
    'unlocks nothing: %s',
    async (stamp) => {
      rememberAddresses({ machineIdentifier: SERVER, address: MOVED })
      const network = pretendNetwork(
        [{ address: MOVED, behaviour: 'unclaimed', machineIdentifier: SERVER }],
        {
          now: () => performance.now(),
        },
      )
      openPage({ network, stamp })
      await arriveAt(READY)
      expect(codeField()).toBeNull()
      expect(screen.queryByRole('button', { name: /My server is at/ })).toBeNull()
      expect(linksTo(MOVED)).toEqual([])
    },
  )
})
