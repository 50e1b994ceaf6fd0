import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../src/i18n/catalogs.ts'
import { LANGUAGES, SPOKEN } from '../../src/i18n/languages.ts'
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
  ['the link', { hash: '#/?lang=de-CH' }, 'de'],
  ['the link to an address', { hash: '#/?at=http://192.168.1.10:32400&lang=de' }, 'de'],
  ['the link to a help page', { hash: '#/help/tunnel?lang=de' }, 'de'],
  ['the server', { stamp: stampFor([ADDRESS], { language: 'de-AT' }) }, 'de'],
  [
    'the link more than the server',
    { hash: '#/?lang=en', stamp: stampFor([ADDRESS], { language: 'de' }) },
    'en',
  ],
  ['nobody but the browser, where the link says what nobody speaks', { hash: '#/?lang=tlh' }, 'en'],
])('speaks as %s says, whatever the browser asks for', (_who, opening, spoken) => {
  openPage({ language: 'en-GB', ...opening })
  expect(document.documentElement.lang).toBe(spoken)
  expect(document.documentElement.dir).toBe('ltr')
})

it('what a link asked for holds when somebody comes back from signing in without it', async () => {
  const page = openPage({ language: 'en-GB', hash: '#/?lang=de' })
  await page.close()
  await openPage({ language: 'en-GB' }).close()
  expect(document.documentElement.lang).toBe('de')
})

it('what the person chose counts more than the link and the server', async () => {
  const said = { network: home(), hash: '#/?lang=de', stamp: stampFor([ADDRESS], { language: 'de' }) }
  const page = openPage(said)
  await arriveAt('Dein Server läuft. Verknüpfe ihn mit deinem Plex-Konto')
  await page.user.selectOptions(menu('Sprache'), 'English')
  await page.close()
  openPage(said)
  await arriveAt(READY)
})

it.each([
  ['ga-IE', 'en'],
  ['fr-CA', 'fr'],
  ['pt-AO', 'pt'],
  ['pt-BR', 'pt-BR'],
  ['nn-NO', 'nb'],
  ['iw', 'he'],
  ['zh-CN', 'zh-Hans'],
  ['zh-TW', 'en'],
  ['en-GB', 'en'],
  ['DE', 'de'],
])('speaks to a browser that asks for %s in %s', (language, spoken) => {
  openPage({ language })
  expect(document.documentElement.lang).toBe(spoken)
})

it.each(SPOKEN)('says all of a screen in "%s", in the direction in which it is written', async (language) => {
  const page = openPage({ network: home(), stamp: stampFor(), language })
  const words = wordsOf(language)
  // The heading's id, as the English catalog has it.
  const [id = ''] = Object.entries(wordsOf('en') ?? {}).find(([, [text]]) => text === READY) ?? []
  await arriveAt(String(words?.[id]))
  expect(document.documentElement).toMatchObject({ lang: language, dir: LANGUAGES[language].direction })
  if (language !== 'en') expect(screen.queryByText('Not now')).toBeNull()
  await page.close()
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

  it('has each language under its own name, in that language', async () => {
    openPage({ network: home(), stamp: stampFor() })
    await arriveAt(READY)
    const names = [...menu('Language').querySelectorAll('option')].map(({ lang, label }) => [lang, label])
    expect(names).toEqual(Object.entries(LANGUAGES).map(([tag, { name }]) => [tag, name]))
    expect(names).toEqual(
      expect.arrayContaining([
        ['en', 'English'],
        ['pt-BR', 'Português (Brasil)'],
        ['ja', '日本語'],
      ]),
    )
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
