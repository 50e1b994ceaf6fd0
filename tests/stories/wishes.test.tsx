import { screen } from '@testing-library/react'
import { describe, it } from 'vitest'
import { expect } from '../visible.ts'
import { pass, passWithoutRunning } from './clock.ts'
import { ADDRESS, home, NEW_ADDRESS, OTHER_SERVER, rememberAddresses, SERVER, stampFor } from './home.ts'
import { arriveAt, openPage } from './open-page.tsx'
import { openWaiting } from './open-waiting.ts'
import { plugIn, turnBack, turnToAnotherTab, unplug } from './person.ts'
import { CHOOSING, CLAIMED, DECLINED, MISSING, READY } from './words.ts'

const MINUTE = 60_000

const action = (name: string) => [...document.querySelectorAll<HTMLElement>(`[data-action="${name}"]`)]
const addressField = () => document.querySelector<HTMLInputElement>('input[name="address"]')

describe('what people wished for in the set-up of others', () => {
  it('X1: goes on by itself after signing in elsewhere, however long the tab was hidden', async () => {
    const network = home()
    await openWaiting({ network })
    turnToAnotherTab()
    for (let minute = 0; minute < 5; minute += 1) await passWithoutRunning(MINUTE)
    network.become(ADDRESS, 'claimed')
    turnBack()
    await arriveAt(CLAIMED, 1_000)
  })

  it('X2: signing in is a link, which no blocker of windows stops, and nothing counts down', async () => {
    const page = openPage({ network: home(), stamp: stampFor() })
    await arriveAt(READY)
    const [link] = action('sign-in')
    expect(link).toBeInstanceOf(HTMLAnchorElement)
    expect(link?.getAttribute('target')).toBe('_blank')
    await page.close()
    const waiting = await openWaiting()
    await pass(10 * MINUTE)
    expect(waiting.stage()).toBe('confirming')
    expect(screen.queryByRole('timer')).toBeNull()
  })

  it('X6: another address can be typed while the one of the file is dead', async () => {
    const network = home('refusing')
    network.add({ address: NEW_ADDRESS, behaviour: 'unclaimed', machineIdentifier: SERVER })
    const page = openPage({ network, stamp: stampFor() })
    await arriveAt(MISSING)
    await page.user.click(screen.getByText("Type the server's address"))
    expect(addressField()).toBeVisible()
    await page.user.type(addressField() as HTMLElement, '192.168.1.77{Enter}')
    await arriveAt(READY)
  })

  it('X7: it can be skipped, and taken up again', async () => {
    const page = openPage({ network: home(), stamp: stampFor() })
    await arriveAt(READY)
    await page.user.click(action('not-now')[0] as HTMLElement)
    await arriveAt(DECLINED)
    expect(action('sign-in')[0]).toBeVisible()
  })

  it('X8: where the server refuses, there is one button to ask again, and none that leads on', async () => {
    openPage({ network: home('refusing'), stamp: stampFor() })
    await arriveAt(MISSING)
    expect(action('check-now')).toHaveLength(1)
    expect(action('check-now')[0]).toBeVisible()
    for (const name of ['sign-in', 'launch', 'use-code']) expect(action(name)).toEqual([])
  })

  it('X10: the address is kept for the next visit', async () => {
    const network = home()
    const page = openPage({ network, hash: `#/?at=${encodeURIComponent(ADDRESS)}` })
    await arriveAt(READY)
    await page.close()
    history.replaceState(null, '', '#/')
    const again = openPage({ network })
    await arriveAt(READY)
    expect(again.serverShown()).toBe(SERVER)
  })

  it('X12: of several servers that were used here, all that answer are in a list', async () => {
    const network = home()
    network.add({ address: NEW_ADDRESS, behaviour: 'unclaimed', machineIdentifier: OTHER_SERVER })
    rememberAddresses(
      { machineIdentifier: SERVER, address: ADDRESS },
      { machineIdentifier: OTHER_SERVER, address: NEW_ADDRESS },
    )
    openPage({ network })
    await arriveAt(CHOOSING)
    for (const host of ['192.168.1.10:32400', '192.168.1.77:32400']) {
      expect(screen.getAllByText(new RegExp(host)).length).toBeGreaterThan(0)
    }
  })

  it('X13: the half at home works without the internet', async () => {
    unplug()
    const page = openPage({ network: home(), stamp: stampFor() })
    await arriveAt(READY)
    expect(page.serverShown()).toBe(SERVER)
    plugIn()
    await pass(1_000)
    expect(page.stage()).toBe('unclaimed')
  })

  it('X14: of several addresses it shows the one that answered', async () => {
    const network = home()
    network.add({ address: NEW_ADDRESS, behaviour: 'refusing' })
    openPage({ network, stamp: stampFor([NEW_ADDRESS, ADDRESS]) })
    await arriveAt(READY)
    expect(document.querySelector('main')?.textContent).toContain('192.168.1.10:32400')
    expect(document.querySelector('main h1')?.textContent).toBe(READY)
  })
})
