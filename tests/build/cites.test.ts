import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DOCUMENTS, filesIn, headingsOf, spansOf, textOf } from './documents.ts'

const THIS = 'tests/build/cites.test.ts'
const SOURCES = [
  ...['src', 'tests', 'docs/examples'].flatMap(filesIn),
  ...readdirSync('.').filter((name) => name.endsWith('.ts')),
].filter((file) => !/\.(?:json|po)$/.test(file) && file !== THIS)
/** What tests leave behind, which is there after they ran. */
const MADE = readFileSync('.gitignore', 'utf8')
  .split('\n')
  .filter((line) => line !== '')

/** The comments of a source file or the words of a document, in one line. */
function wordsOf(file: string): string {
  if (file.endsWith('.md')) return textOf(file).replace(/\s+/g, ' ')
  const lines = textOf(file).split('\n')
  const comments = lines.flatMap(
    (line) => /(?:^\s*(?:\/\*\*?|\*|#)|(?:^|\s)\/\/) ?(.*)/.exec(line)?.[1] ?? [],
  )
  // Names of tests cite as well.
  const names = lines.flatMap((line) => /\b(?:describe|it|test)(?:\.\w+)?\('(.*)',/.exec(line)?.[1] ?? [])
  return [...comments, ...names].join(' ').replace(/\s+/g, ' ')
}

/** The document that a name means in this file; null where there is none. */
function documentFor(name: string, file: string): string | null {
  const places = [name, join('docs', name), join(dirname(file), name)]
  return places.find((place) => existsSync(place)) ?? null
}

const CITE =
  /(?<document>[\w./-]+\.md)\)?(?:,? (?<sections>§[\d.]*\d(?:(?:,| and) §[\d.]*\d)*)|,? rules? (?<rules>\d+(?:(?:,| and) \d+)*))?/g

type Cite = {
  readonly file: string
  readonly document: string
  readonly sections: readonly string[]
  readonly rules: readonly string[]
}

function citesOf(file: string): readonly Cite[] {
  return [...wordsOf(file).matchAll(CITE)].map(({ groups = {} }) => ({
    file,
    document: groups['document'] ?? '',
    sections: groups['sections']?.match(/\d[\d.]*/g) ?? [],
    rules: groups['rules']?.match(/\d+/g) ?? [],
  }))
}

const CITES = [...SOURCES, ...DOCUMENTS].flatMap(citesOf)

describe('what comments and documents cite', () => {
  it('is in documents of this project', () => {
    expect(CITES.length).toBeGreaterThan(70)
    const lost = CITES.filter(
      ({ document, file }) =>
        !MADE.includes(join(dirname(file), document)) &&
        !MADE.includes(document) &&
        documentFor(document, file) === null,
    )
    expect(lost.map(({ file, document }) => `${file}: ${document}`)).toEqual([])
  })

  it('is in sections that there are', () => {
    const lost = CITES.flatMap(({ file, document, sections }) => {
      const place = documentFor(document, file)
      const there =
        place === null ? [] : headingsOf(textOf(place)).map((heading) => /^[\d.]*\d/.exec(heading)?.[0])
      return sections
        .filter((section) => !there.includes(section))
        .map((section) => `${file}: ${document} §${section}`)
    })
    expect(CITES.filter(({ sections }) => sections.length > 0).length).toBeGreaterThan(40)
    expect(lost).toEqual([])
  })

  it('is in rules that there are', () => {
    const lost = CITES.flatMap(({ file, document, rules }) => {
      const place = documentFor(document, file)
      const there =
        place === null ? [] : [...textOf(place).matchAll(/^(\d+)\. /gm)].map(([, number]) => number)
      return rules.filter((rule) => !there.includes(rule)).map((rule) => `${file}: ${document} rule ${rule}`)
    })
    expect(CITES.filter(({ rules }) => rules.length > 0).length).toBeGreaterThan(15)
    expect(lost).toEqual([])
  })

  it('is under headings that there are', () => {
    const named = [...SOURCES, ...DOCUMENTS].flatMap((file) =>
      [...wordsOf(file).matchAll(/([\w./-]+\.md|README), "([^"]+)"/g)].map(
        ([, document = '', heading = '']) => ({
          file,
          document: document === 'README' ? 'README.md' : document,
          heading,
        }),
      ),
    )
    expect(named.length).toBeGreaterThan(0)
    for (const { file, document, heading } of named)
      expect(headingsOf(textOf(documentFor(document, file) ?? file)), `${file} cites ${document}`).toContain(
        heading,
      )
  })
})

it('every file that a comment names exists', () => {
  const NAME = /(?<![\w/.<@*-])(?:\.{0,2}\/)?(?:[\w.-]+\/)*[\w-][\w.-]*\.(?:tsx?|mts|mjs|css|ya?ml|po|png)\b/g
  const basenames = new Set(['src', 'tests', 'docs', 'public'].flatMap(filesIn).map((file) => basename(file)))
  const lost = SOURCES.flatMap((file) =>
    (wordsOf(file).match(NAME) ?? [])
      .filter((name) => !existsSync(name) && !existsSync(join(dirname(file), name)))
      .filter((name) => name.includes('/') || !basenames.has(name))
      .map((name) => `${file}: ${name}`),
  )
  expect(lost).toEqual([])
})

it('every path of the project that a document names exists', () => {
  const lost = DOCUMENTS.flatMap((file) =>
    spansOf(textOf(file))
      .filter((span) => /^(?:src|tests|docs|public)\/[\w{},./*-]+$/.test(span))
      .filter((path) => !variantsOf(path).every(isThere) && !MADE.includes(path))
      .map((path) => `${file}: ${path}`),
  )
  expect(lost).toEqual([])
})

/** `src/{probe,outcome}.ts` is two paths. */
function variantsOf(path: string): readonly string[] {
  const [, before, inside, after] = /^(.*?)\{(.*?)\}(.*)$/.exec(path) ?? []
  return inside?.split(',').flatMap((each) => variantsOf(`${before}${each}${after}`)) ?? [path]
}

function isThere(path: string): boolean {
  if (!path.includes('*')) return existsSync(path)
  const [folder, name] = [dirname(path), basename(path).replaceAll('.', '\\.').replaceAll('*', '.*')]
  return existsSync(folder) && readdirSync(folder).some((file) => new RegExp(`^${name}$`).test(file))
}
