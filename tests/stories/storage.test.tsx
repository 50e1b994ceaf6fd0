import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { home, SERVER, stampFor } from './home.ts'
import { arriveAt, openPage } from './open-page.tsx'
import { openWaiting } from './open-waiting.ts'
import { CLAIMED, DECLINED, READY } from './words.ts'

const colours = () => screen.getByRole('combobox', { name: 'Appearance' })
const shown = () => document.documentElement.dataset['theme']

function deny(): never {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}

describe.each([
  [
    'the browser gives no storage',
    () => {
      vi.spyOn(window, 'localStorage', 'get').mockImplementation(deny)
      vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(deny)
    },
  ],
  [
    'the storage refuses everything',
    () => {
      vi.spyOn(Storage.prototype, 'getItem').mockImplementation(deny)
      vi.spyOn(Storage.prototype, 'setItem').mockImplementation(deny)
      vi.spyOn(Storage.prototype, 'removeItem').mockImplementation(deny)
    },
  ],
  [
    'the storage is full',
    () => {
      vi.spyOn(Storage.prototype, 'setItem').mockImplementation(deny)
    },
  ],
])('where %s', (_where, denyStorage) => {
  beforeEach(denyStorage)

  it('leads all the same from unclaimed by signing in to claimed', async () => {
    const network = home()
    await openWaiting({ network })
    network.approve(SERVER)
    await arriveAt(CLAIMED, 3_000)
  })

  it('respects "not now" as long as the page is open', async () => {
    const page = openPage({ network: home(), stamp: stampFor() })
    await arriveAt(READY)
    await page.user.click(screen.getByRole('button', { name: 'Not now' }))
    await arriveAt(DECLINED)
    await page.user.click(screen.getByRole('button', { name: 'Go back to signing in' }))
    await arriveAt(READY)
  })

  it('takes the language and the colours that the person chooses', async () => {
    const page = openPage({ network: home(), stamp: stampFor() })
    await page.user.selectOptions(screen.getByRole('combobox', { name: 'Appearance' }), 'Dark colours')
    await page.user.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'Deutsch')
    expect(document.documentElement.dataset['theme']).toBe('dark')
    await arriveAt('Dein Server läuft. Verknüpfe ihn mit deinem Plex-Konto')
    await page.user.selectOptions(screen.getByRole('combobox', { name: 'Sprache' }), 'English')
    await page.user.selectOptions(screen.getByRole('combobox', { name: 'Appearance' }), 'Device colours')
    await arriveAt(READY)
  })
})

describe('the colours', () => {
  it('follow the device until the person chooses', async () => {
    openPage({ network: home(), stamp: stampFor() })
    await arriveAt(READY)
    expect(shown()).toBeUndefined()
    expect(colours()).toHaveProperty('value', 'device')
  })

  it.each([
    ['Light colours', 'light'],
    ['Dark colours', 'dark'],
  ])('are the chosen ones at once, and after a reload (%s)', async (option, theme) => {
    const page = openPage({ network: home(), stamp: stampFor() })
    await page.user.selectOptions(colours(), option)
    expect(shown()).toBe(theme)
    delete document.documentElement.dataset['theme']
    await page.reload()
    expect(shown()).toBe(theme)
    expect(colours()).toHaveProperty('value', theme)
  })

  it('go back to those of the device, which is remembered as well', async () => {
    const page = openPage({ network: home(), stamp: stampFor() })
    await page.user.selectOptions(colours(), 'Dark colours')
    await page.user.selectOptions(colours(), 'Device colours')
    expect(shown()).toBeUndefined()
    await page.reload()
    expect(shown()).toBeUndefined()
  })

  it('are not taken from what somebody else wrote into the storage', () => {
    localStorage.setItem('setup-plex:theme', 'dark" onload="alert(1)')
    localStorage.setItem('setup-plex:language', '__proto__')
    openPage({ network: home(), stamp: stampFor() })
    expect(shown()).toBeUndefined()
    expect(document.documentElement.lang).toBe('en')
  })
})
