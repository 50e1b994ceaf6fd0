import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { foldedWords } from '../../src/complaints/folded-words.ts'
import { notionReader, parseNotions } from '../../src/complaints/notions.ts'
import { spellingFor } from '../../src/complaints/spelling.ts'
import { lettersFor, likelihoodsOf, parseModel, STEPS, stepsOf } from '../../src/complaints/word-model.ts'
import { NOTIONS } from './files.ts'

// A busy computer takes its time.
vi.setConfig({ testTimeout: 60_000 })

const table = (...lines: readonly string[]) => parseNotions(['notion\twords', ...lines].join('\n'))

it.each([
  ['Mediathek hinzufügen', 'mediathek hinzufugen'],
  ['Mediathek hinzufuegen', 'mediathek hinzufugen'],
  ["Can't add, CANNOT add, unable to add", 'cannot add cannot add cannot to add'],
  ['it doesn’t work', 'it dosnt work'],
  ['plex.tv/claim → 401!', 'plex tv claim 401'],
  ['größer', 'grosser'],
  ['Nie mogę, hasło', 'nie moge haslo'],
  ["l'adresse qu'il n’ouvre, dell'account", 'adresse il ouvre account'],
  ["friends' app, it's", 'friends app its'],
  ['', ''],
])('folds “%s”', (text, words) => {
  expect(foldedWords(text).join(' ')).toBe(words)
})

describe('a notion', () => {
  const notionsIn = notionReader(
    table('password\tpasswor* kennwort', 'gone\tno-longer weg', 'mail\tmails einricht*'),
  )

  it.each([
    ['passwords', 'password'],
    ['kennwort', 'password'],
    ['kennworte', ''],
    ['it is no longer there', 'gone'],
    ['no it is longer', ''],
    ['weg mit dem passwort', 'password gone'],
    // German compounds.
    ['ersteinrichtung', 'mail'],
    ['wegweiser', ''],
  ])('is found in “%s”: %s', (text, names) => {
    expect(notionsIn(foldedWords(text)).join(' ')).toBe(names)
  })
})

describe('spelling', () => {
  const mended = spellingFor(
    table('password\tpasswor* registry', 'do\tdo', 'outage\tpanne*'),
    (word) => word === 'passworn',
  )

  it.each([
    ['registrry', 'registry'],
    ['regstry', 'registry'],
    ['regisrty', 'registry'],
    ['registrx', 'registry'],
    ['paswords', 'passwords'],
    ['gegistry', 'gegistry'],
    ['regissstry', 'regissstry'],
    ['passworn', 'passworn'],
    ['dx', 'dx'],
    // The short beginning of a word is near to too many.
    ['pannkakor', 'pannkakor'],
  ])('mends %s: %s', (word, right) => {
    expect(mended(word)).toBe(right)
  })

  it('leaves every word of the table alone', () => {
    const spelling = spellingFor(parseNotions(NOTIONS), () => false)
    for (const word of ['server', 'mailadresse', 'registry', 'datenbank']) expect(spelling(word)).toBe(word)
  })
})

describe('a model', () => {
  const WRITTEN = ['a b', '0 0.5', '0.1', 'gone\tweg', '', '=gone Za', 'word 0z', '?strange a'].join('\n')

  it('is read as it is written', () => {
    const { causes, biases, weights } = parseModel(WRITTEN)
    expect(causes).toEqual(['a', 'b'])
    expect(biases).toEqual([0, 0.5])
    expect(weights.get('=gone')).toEqual([-2.6, 0.1])
    expect(weights.get('word')).toEqual([0, 2.6])
  })

  it('keeps each step, for and against, and any number of weights that say nothing', () => {
    const step = fc.oneof(fc.constant(0), fc.integer({ min: -STEPS, max: STEPS }))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const letters = lettersFor(steps)
        expect(letters).toMatch(/^[A-Za-z0-9]*$/)
        const read = stepsOf(letters)
        expect([...read, ...Array.from(steps.slice(read.length), () => 0)]).toEqual(
          steps.map((each) => each + 0),
        )
      }),
    )
    expect(lettersFor([1, 0, 0, 0, -2, 0, 26, 99, 0, 0])).toBe('a3B0zz')
  })

  it('ranks causes by the words that it knows', () => {
    const model = parseModel(WRITTEN)
    expect(likelihoodsOf('word', model)[0]).toMatchObject({ cause: 'b' })
    expect(likelihoodsOf('word', model)[0]?.likely).toBeGreaterThan(0.9)
  })

  it('has an answer to any text, which sums up to one', () => {
    const model = parseModel(WRITTEN)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const sum = likelihoodsOf(text, model).reduce((total, { likely }) => total + likely, 0)
        expect(sum).toBeCloseTo(1)
      }),
    )
  })
})
