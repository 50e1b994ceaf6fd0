// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { languageFor, wantedLanguage } from '../../src/i18n/wanted-language.ts'

const MANY = ['en', 'de', 'fr', 'pt', 'pt-BR', 'zh-Hans', 'zh-Hant', 'nb', 'he', 'id', 'es'] as const
const NOBODY = { chosen: null, asked: null, stamped: null, browser: [] }

describe('what is spoken and closest', () => {
  it.each([
    ['de', 'de'],
    ['DE', 'de'],
    ['de-AT', 'de'],
    ['es-419', 'es'],
    ['pt-BR', 'pt-BR'],
    ['pt-br', 'pt-BR'],
    ['pt-PT', 'pt'],
    ['pt', 'pt'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hans-CN', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-Hant-MO', 'zh-Hant'],
    ['no', 'nb'],
    ['nn', 'nb'],
    ['nn-NO', 'nb'],
    ['nb-NO', 'nb'],
    ['iw', 'he'],
    ['iw-IL', 'he'],
    ['in-ID', 'id'],
    ['de-DE-1996', 'de'],
  ])('to %s is %s', (wish, spoken) => {
    expect(languageFor(wish, MANY)).toBe(spoken)
  })

  it.each([
    ['nl'],
    ['sr-Latn'],
    [''],
    ['d'],
    ['deutsch'],
    ['de_DE'],
    ['de-'],
    ['*'],
    [null],
    [undefined],
    [['de']],
    [1],
  ])('to %j is nothing', (wish) => {
    expect(languageFor(wish, MANY)).toBeNull()
  })

  it('is another region of the same language where that is all there is', () => {
    expect(languageFor('pt', ['en', 'pt-BR'])).toBe('pt-BR')
    expect(languageFor('pt-PT', ['en', 'pt-BR'])).toBe('pt-BR')
  })

  it('is never the same language in another script', () => {
    expect(languageFor('zh-TW', ['en', 'zh-Hans'])).toBeNull()
    expect(languageFor('zh-Hant', ['en', 'zh-Hans'])).toBeNull()
  })

  test('to a language that is spoken is itself, with whatever region, or one that has the region', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MANY), fc.stringMatching(/^[A-Z]{2}$/), (spoken, region) => {
        expect(languageFor(spoken, MANY)).toBe(spoken)
        const [language] = spoken.split('-', 1)
        expect(languageFor(`${spoken.replace(/-BR$/, '')}-${region}`, MANY)?.split('-', 1)).toEqual([
          language,
        ])
      }),
    )
  })
})

describe('the first wish that can be met', () => {
  it.each([
    ['what the person chose', { chosen: 'fr', asked: 'de', stamped: 'es', browser: ['nb'] }, 'fr'],
    ['then what the link says', { chosen: null, asked: 'de-CH', stamped: 'es', browser: ['nb'] }, 'de'],
    ['then what the server wrote', { chosen: null, asked: null, stamped: 'es-MX', browser: ['nb'] }, 'es'],
    ['then what the browser asks for', { ...NOBODY, browser: ['no', 'de'] }, 'nb'],
    ['the first of those that is spoken', { ...NOBODY, browser: ['nl-NL', 'fr-CA', 'de'] }, 'fr'],
    ['a region before its language', { ...NOBODY, browser: ['pt-BR', 'pt'] }, 'pt-BR'],
    ['English in the end', { ...NOBODY, browser: ['nl', 'tlh'] }, 'en'],
    ['English where nobody says anything', NOBODY, 'en'],
  ])('%s', (_what, wishes, spoken) => {
    expect(wantedLanguage(wishes, MANY)).toBe(spoken)
  })

  it('passes over whatever is no language', () => {
    const odd = { chosen: '{}', asked: '<script>', stamped: 7, browser: [null, 'de'] }
    expect(wantedLanguage(odd, MANY)).toBe('de')
  })
})
