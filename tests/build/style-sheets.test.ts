import { describe, expect, it } from 'vitest'
import lingui from '../../lingui.config.ts'
import { parseStyleSheet, sheetFaultsOf, TERMS } from '../../src/i18n/style-sheets.mjs'
import { MARKS } from '../../src/i18n/wording.mjs'
import { textOf } from './documents.ts'

// The glossary has English and German.
const WITH_A_SHEET = lingui.locales.filter((locale) => locale !== 'en' && locale !== 'de')

describe.each(WITH_A_SHEET)('docs/languages/%s.md', (locale) => {
  const text = textOf(`docs/languages/${locale}.md`)
  const sheet = parseStyleSheet(text)

  it('has a word for every term, and the quotation marks that the catalog is held to', () => {
    expect([...sheet.terms.keys()].toSorted()).toEqual(Object.keys(TERMS).toSorted())
    expect([...new Set(sheet.marks)].join('')).toBe([...new Set(MARKS[locale])].join(''))
  })

  it('rules something out, and says who has read the translation', () => {
    expect(sheet.never.length).toBeGreaterThan(0)
    expect(text).toMatch(/^(?:No native speaker has|Native speakers have) read this translation/m)
  })
})

describe('a translation', () => {
  const sheet = parseStyleSheet(
    ['| English | French | stems |', '| server | serveur | serveur |', '', '**Never.** `\\bvous\\b`'].join(
      '\n',
    ),
  )

  it.each([
    ['Your server runs', 'Ton appareil tourne', ['says "server" in other words than docs/languages']],
    ['Open the file', 'Vous ouvrez le fichier', ['has what docs/languages rules out: \\bvous\\b']],
    ['Your server runs', 'Ton serveur tourne', []],
    ['Servers run', 'Des Serveurs tournent', []],
    ['Press “Server”', 'Appuie sur « Server »', []],
  ])('of "%s" as "%s" is held to the sheet', (english, translation, faults) => {
    expect(sheetFaultsOf(english, translation, sheet)).toEqual(faults)
  })
})
