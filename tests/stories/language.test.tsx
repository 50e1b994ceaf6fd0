import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Behaviour } from '../../src/mocks/behaviours.ts'
import { filmed } from './film.ts'
import {
  ADDRESS,
  home,
  leaveOldNote,
  NEW_ADDRESS,
  OTHER_SERVER,
  rememberAddresses,
  SERVER,
  stampFor,
} from './home.ts'
import { arriveAt, openPage } from './open-page.tsx'
import { READY } from './words.ts'

const menu = (name: string) => screen.getByRole('combobox', { name })

describe('for a browser that asks for German', () => {
  const german = { language: 'de-AT', stamp: stampFor() }

  it.each<[Behaviour, string]>([
    ['silent', 'Der Server „Attic NAS“ antwortet nicht'],
    ['hiding', 'Server gefunden, aber sein Status ist nicht lesbar'],
    ['no-flag', 'Server gefunden, aber sein Status ist nicht lesbar'],
    ['printer', 'Ein anderes Gerät hat diese Adresse'],
    ['stuck-starting', 'Dein Server startet'],
    ['unclaimed', 'Dein Server läuft. Verknüpfe ihn mit deinem Plex-Konto'],
    ['claimed', 'Fertig. Dein Server ist verknüpft'],
  ])('every stage has a German heading (%s)', async (behaviour, heading) => {
    const film = filmed()
    openPage({ network: home(behaviour), ...german })
    await arriveAt(heading)
    expect(film.headings()[0]).toBe('Dein Server wird gesucht')
    expect(document.documentElement.lang).toBe('de')
    expect(document.title).toBe(`${behaviour === 'claimed' ? '✓ ' : ''}${heading} · Setup Plex`)
  })

  it.each<['signing-in' | 'not-now', number, string]>([
    ['signing-in', 1, 'Wir warten auf deine Anmeldung'],
    ['signing-in', 40, 'Dein Server ist noch nicht verknüpft'],
    ['not-now', 1, 'Es wurde nichts geändert'],
  ])('so has what follows a decision (%s, %d min ago)', async (decision, minutes, heading) => {
    leaveOldNote(decision, minutes * 60_000)
    openPage({ network: home(), ...german })
    await arriveAt(heading)
  })

  it('so has the choice between two servers', async () => {
    const network = home()
    network.add({ address: NEW_ADDRESS, behaviour: 'unclaimed', machineIdentifier: OTHER_SERVER })
    rememberAddresses(
      { machineIdentifier: SERVER, address: ADDRESS },
      { machineIdentifier: OTHER_SERVER, address: NEW_ADDRESS },
    )
    openPage({ network, language: 'de' })
    await arriveAt('Welcher Server ist deiner?')
  })

  it('so have a page that is kept off, a page in a frame, and an address far away', async () => {
    const page = openPage({ network: home('refusing'), ...german, pageOrigin: 'https://setup.example.net' })
    await arriveAt('Dein Browser lässt diese Seite nicht in dein Heimnetz')
    await page.close()
    const framed = openPage({ language: 'de', framed: true })
    await arriveAt('Diese Seite funktioniert nur für sich allein')
    await framed.close()
    openPage({ language: 'de', hash: '#/?at=http://203.0.113.7:32400' })
    await arriveAt('Gehört diese Adresse dir?')
  })
})

it.each([
  ['fr-CA', 'en'],
  ['en-GB', 'en'],
  ['DE', 'de'],
])('speaks to a browser that asks for %s in %s', (language, spoken) => {
  openPage({ language })
  expect(document.documentElement.lang).toBe(spoken)
})

describe('the language menu', () => {
  it('changes every word at once, and keeps what is on screen', async () => {
    const page = openPage({ network: home(), stamp: stampFor() })
    await arriveAt(READY)
    await page.user.selectOptions(menu('Language'), 'Deutsch')
    await arriveAt('Dein Server läuft. Verknüpfe ihn mit deinem Plex-Konto', 100)
    expect(document.documentElement.lang).toBe('de')
    expect(document.title).toBe('Dein Server läuft. Verknüpfe ihn mit deinem Plex-Konto · Setup Plex')
    expect(screen.getByRole('link', { name: 'Anmelden (öffnet einen neuen Tab)' })).toBeVisible()
    expect(menu('Sprache')).toHaveProperty('value', 'de')
  })

  it('is remembered, and beats what the browser asks for', async () => {
    const page = openPage({ network: home(), stamp: stampFor(), language: 'de' })
    await arriveAt('Dein Server läuft. Verknüpfe ihn mit deinem Plex-Konto')
    await page.user.selectOptions(menu('Sprache'), 'English')
    await arriveAt(READY)
    await page.reload()
    await arriveAt(READY)
    expect(document.documentElement.lang).toBe('en')
  })

  it('leaves the focus on itself', async () => {
    const page = openPage({ network: home(), stamp: stampFor() })
    await arriveAt(READY)
    menu('Language').focus()
    await page.user.selectOptions(menu('Language'), 'Deutsch')
    await arriveAt('Dein Server läuft. Verknüpfe ihn mit deinem Plex-Konto')
    expect(document.activeElement).toBe(menu('Sprache'))
  })
})
