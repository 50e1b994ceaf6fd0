import { gzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { learned } from '../../src/complaints/complaints.tsv'
import { parseComplaints, type Complaint } from '../../src/complaints/complaint.ts'
import { parseNotions } from '../../src/complaints/notions.ts'
import { trainedOn } from '../../src/complaints/train.ts'
import { CAUSES } from '../../src/diagnosis/cause.ts'
import { COMPLAINTS, HELD_OUT, NOTIONS } from './files.ts'

// A busy computer takes its time to learn.
vi.setConfig({ testTimeout: 60_000 })

/** So many examples are there for each cause: fewer teach nothing that holds for others. */
const AT_LEAST = new Map(
  Object.entries({ en: 25, de: 25, fr: 12, es: 12, it: 12, nl: 12, 'pt-BR': 12, pl: 12 }),
)
/** So many complaints of each cause are learned from by nothing. */
const HELD_OUT_AT_LEAST = 2

describe('the examples', () => {
  it.each(CAUSES)('are enough for %s, in each language', (cause) => {
    for (const [language, atLeast] of AT_LEAST) {
      const isOfCause = (each: Complaint): boolean => each.causes[0] === cause && each.language === language
      expect(COMPLAINTS.filter(isOfCause).length, `${cause} ${language}`).toBeGreaterThanOrEqual(atLeast)
      expect(HELD_OUT.filter(isOfCause).length, `${cause} ${language}`).toBeGreaterThanOrEqual(
        HELD_OUT_AT_LEAST,
      )
    }
  })

  it.each([
    ['examples', COMPLAINTS],
    ['held out', HELD_OUT],
  ])('name a cause that there is, a language that is learned and a thread: %s', (_, complaints) => {
    const wrong = complaints.filter(
      ({ causes, language, thread, text }) =>
        causes.some((cause) => !(CAUSES as readonly string[]).includes(cause)) ||
        new Set(causes).size < causes.length ||
        !AT_LEAST.has(language) ||
        !/^[\w:./#-]+$/.test(thread) ||
        text.trim() !== text,
    )
    expect(wrong).toEqual([])
  })

  it('are each said once, and what is held out is not among them', () => {
    const all = [...COMPLAINTS, ...HELD_OUT].map(({ text }) => text.toLowerCase())
    expect(all.filter((text, at) => all.indexOf(text) < at)).toEqual([])
  })

  it('are told from lines that are none', () => {
    const head = 'cause\tlanguage\tthread\ttext\n'
    expect(parseComplaints(`${head}revoked,another-account\ten\ta:1\tNot authorized\n`)).toEqual([
      { causes: ['revoked', 'another-account'], language: 'en', thread: 'a:1', text: 'Not authorized' },
    ])
    expect(parseComplaints(`${head}revoked\tpt-BR\ta:1\tperdi o servidor\n`)).toMatchObject([
      { language: 'pt-BR' },
    ])
    for (const line of ['revoked\ten\ta:1', 'revoked\ten\ta:1\ttext\tmore', '\ten\ta:1\ttext', 'x']) {
      expect(() => parseComplaints(head + line)).toThrow('line 2')
    }
  })
})

describe('the table of notions', () => {
  it('names each notion once, in letters that texts are folded to', () => {
    const names = parseNotions(NOTIONS).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => !/^[a-z-]+$/.test(name))).toEqual([])
    const [, ...lines] = NOTIONS.trimEnd().split('\n')
    expect(lines.filter((line) => !/^[a-z-]+\t[a-z0-9*-]+( [a-z0-9*-]+)*$/.test(line))).toEqual([])
  })
})

describe('what is learned', () => {
  it('is in the page as the examples are now, the same each time, in ASCII, and small', () => {
    const model = learned() ?? ''
    expect(trainedOn(COMPLAINTS, NOTIONS)).toBe(model)
    expect(model).toMatch(/^[\x20-\x7e\n\t]*$/)
    expect(gzipSync(model, { level: 9 }).length).toBeLessThan(25_000)
  })

  it('learns from one more line, and of a cause that it did not know', () => {
    const lines = ['gizmo sings loudly', 'loudly gizmo', 'sings the gizmo'].map((text, at) => ({
      causes: ['singing'] as const,
      language: 'en',
      thread: `t:${at}`,
      text,
    }))
    expect(trainedOn([...COMPLAINTS, ...lines], NOTIONS)).toMatch(/^[^\n]*\bsinging\b[^]*\ngizmo /)
  })
})
