import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { pass } from './clock.ts'
import { ADDRESS, home, SERVER, stampFor } from './home.ts'
import { arriveAt, openPage, openRow, seen } from './open-page.tsx'
import { forgetTheTab } from './person.ts'
import { everythingAsked, timesAsked } from './traffic.ts'
import { LOOKING, MISSING, READY } from './words.ts'

const BROKEN = /^Part of what the server wrote into this file can't be read/
const FAR = 'http://203.0.113.7:32400'
const IS_IT_YOURS = 'Is this address yours?'
const at = (address: string) => `#/?at=${encodeURIComponent(address)}`

describe('a stamp that cannot be read', () => {
  it.each([
    ['is no JSON', '{"server":'],
    ['is of another format', '{"format":2}'],
    ['is something else', '[1,2,3]'],
  ])('is said (it %s), and the usual addresses are asked', async (_how, stamp) => {
    openPage({ network: home('unclaimed', 'http://127.0.0.1:32400'), stamp })
    expect(screen.getByText(BROKEN)).toBeVisible()
    await arriveAt(READY)
    expect(screen.getByText(BROKEN)).toBeVisible()
  })

  it('does not keep the rest of it from being used', async () => {
    const { server } = stampFor(['javascript:alert(1)', ADDRESS])
    const page = openPage({ network: home(), stamp: { server: { ...server, platform: 'BeOS' } } })
    expect(screen.getByText(BROKEN)).toBeVisible()
    await arriveAt(READY)
    expect(page.serverShown()).toBe(SERVER)
    expect(screen.getByRole('heading', { name: 'Attic NAS' })).toBeVisible()
  })
})

describe('a stamp that can be read', () => {
  it.each([
    ['filled', stampFor()],
    ['empty', '{}'],
    ['absent', undefined],
  ])('is not complained about (%s)', (_how, stamp) => {
    openPage({ network: home(), ...(stamp === undefined ? {} : { stamp }) })
    expect(screen.getByRole('heading', { name: LOOKING })).toBeVisible()
    expect(screen.queryByText(BROKEN)).toBeNull()
  })

  it('names the server, as text whatever it holds', async () => {
    const { server } = stampFor()
    const friendlyName = '<img src=x onerror=alert(1)>\u202Eevil'
    openPage({ network: home(), stamp: { server: { ...server, friendlyName } } })
    await arriveAt(READY)
    const name = screen.getByRole('heading', { name: '<img src=x onerror=alert(1)>evil' })
    const card = name.closest('section')
    expect(card?.querySelector('img')).toBeNull()
    expect(card?.textContent).toContain('Linux · 1.43.4.9999-abcdef012')
    expect(card?.textContent).toContain('…d0e7f1')
  })

  it('works where the server cannot be reached: the page says where it looked', async () => {
    const page = openPage({ network: home('silent'), stamp: stampFor() })
    await arriveAt(MISSING)
    await openRow(page, 'How we know')
    expect(seen(/^Nothing answered at 192\.168\.1\.10:32400 within 5 seconds/)).toHaveLength(1)
  })
})

describe('an address at home in the link', () => {
  it('is asked, and nobody else is', async () => {
    openPage({ network: home(), stamp: stampFor(['http://192.168.1.20:32400']), hash: at(ADDRESS) })
    await arriveAt(READY)
    expect(new Set(everythingAsked().map(({ address }) => address))).toEqual(new Set([ADDRESS]))
  })

  it('can be left for the usual ones when it leads nowhere', async () => {
    const page = openPage({ network: home(), stamp: stampFor(), hash: at('http://192.168.1.99:32400') })
    await arriveAt(MISSING)
    expect(timesAsked(ADDRESS)).toBe(0)
    await page.user.click(screen.getByRole('button', { name: 'Check the usual addresses' }))
    await arriveAt(READY)
    expect(page.serverShown()).toBe(SERVER)
  })
})

describe('an address far away in the link', () => {
  it('is not contacted before the person agrees, and neither is anybody else', async () => {
    const page = openPage({ network: home(), stamp: stampFor(), hash: at(FAR) })
    expect(screen.getByRole('heading', { name: IS_IT_YOURS })).toBeVisible()
    expect(screen.getByText(/Nothing was sent there yet/).textContent).toContain('203.0.113.7:32400')
    expect(page.stage()).toBe('missing')
    await pass(20_000)
    expect(everythingAsked()).toEqual([])
  })

  it('is never contacted when the person declines', async () => {
    const page = openPage({ network: home(), stamp: stampFor(), hash: at(FAR) })
    await page.user.click(screen.getByRole('button', { name: 'No, look at home' }))
    await arriveAt(READY)
    await pass(10_000)
    expect(timesAsked(FAR)).toBe(0)
  })

  it('is asked alone when the person agrees; a reload asks it again, a new tab asks the person', async () => {
    const network = home('unclaimed', FAR)
    const page = openPage({ network, hash: at(FAR) })
    await page.user.click(screen.getByRole('button', { name: 'Yes, check 203.0.113.7:32400' }))
    await arriveAt(READY)
    expect(new Set(everythingAsked().map(({ address }) => address))).toEqual(new Set([FAR]))
    const reloaded = await page.reload()
    await arriveAt(READY)
    await reloaded.close()
    forgetTheTab()
    openPage({ network, hash: at(FAR) })
    await arriveAt(IS_IT_YOURS)
  })

  it('is asked without a question when the stamp names it', async () => {
    openPage({ network: home('unclaimed', FAR), stamp: stampFor([FAR]), hash: at(FAR) })
    await arriveAt(READY)
  })
})

describe('an address in the link that cannot be read', () => {
  it.each(['not an address', 'javascript:alert(1)', '192.168.1.10', `${ADDRESS}/web`])(
    'is said (%s), and the usual addresses are asked',
    async (typed) => {
      openPage({ network: home(), stamp: stampFor(), hash: at(typed) })
      expect(screen.getByText(/names an address that can't be read/)).toBeVisible()
      await arriveAt(READY)
    },
  )
})

describe('a route that the page does not have', () => {
  it.each(['#/nowhere', '#/help/unknown-topic', '#//evil.example/', '#/?nothing=here', '#anchor'])(
    'leads to the start (%s)',
    async (hash) => {
      openPage({ network: home(), stamp: stampFor(), hash })
      expect(screen.getByRole('heading', { name: LOOKING })).toBeVisible()
      await arriveAt(READY)
      expect(window.location.pathname).toBe('/')
    },
  )
})
