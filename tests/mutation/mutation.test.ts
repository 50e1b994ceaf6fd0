// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { CORE } from './core.ts'
import { DOCUMENT, documentWith, scoresIn, survivorsIn, unexplained } from './document.ts'
import { regexMutants } from './mutants/regex-mutants.ts'
import { withSwitches } from './mutants/with-switches.ts'
import type { Fate } from './run/session.ts'

const text = readFileSync(DOCUMENT, 'utf8')

describe('the document', () => {
  it('has the score of every file of the core, and more than nine of ten mutants are killed', () => {
    const scores = scoresIn(text)
    const files = CORE.flatMap((room) => room.files)
    expect(scores.map(({ file }) => file).toSorted()).toEqual(files.toSorted())
    const killed = scores.reduce((sum, score) => sum + score.killed, 0)
    const mutants = scores.reduce((sum, score) => sum + score.mutants, 0)
    expect(killed / mutants).toBeGreaterThan(0.9)
  })

  it('has a sentence for each that lives', () => {
    expect(unexplained(text)).toEqual([])
  })

  it('keeps its sentences, and what it says of other files, when some were tried again', () => {
    const lives: Fate = {
      id: 0,
      file: 'a.ts',
      line: 1,
      original: 'a || `b`',
      instead: '',
      killedBy: null,
      isCovered: true,
    }
    const first = documentWith(
      '# Title\n',
      ['a.ts', 'b.ts'],
      [lives, { ...lives, file: 'b.ts', killedBy: 'a test' }],
    )
    expect(unexplained(first)).toHaveLength(1)
    const explained = first.replace('| ? |', '| it may |')
    const again = documentWith(explained, ['a.ts'], [lives, { ...lives, original: 'c' }])
    expect(survivorsIn(again).map(({ original, why }) => [original, why])).toEqual([
      ['a || `b`', 'it may'],
      ['c', '?'],
    ])
    expect(scoresIn(again)).toEqual([
      { file: 'a.ts', mutants: 2, killed: 0 },
      { file: 'b.ts', mutants: 1, killed: 1 },
    ])
  })

  it('tells of files and tests that there are', () => {
    for (const { files, tests } of CORE)
      for (const path of [...files, ...tests]) expect(path).toSatisfy(existsSync)
  })
})

describe('a mutant', () => {
  const SOURCE = `
    const LIST = ['a', 'b'] as const
    type Name = 'a' | 'b'
    exports.says = (name: Name | null, at: number): string => {
      if (name !== null && at >= 2) return \`\${name}\${LIST.length}\`
      return /^x$/.test(String(name?.length)) ? 'one' : 'none'
    }`
  const { code, mutants } = withSwitches(SOURCE, 'says.ts', 100)

  function run(chosen: number): string {
    // Types are all that is no JavaScript in it.
    const plain = code.replace(/ as const|type Name.*|: (Name \| null|number|string)/g, '')
    const exports: { says?: (name: string | null, at: number) => string } = {}
    runInNewContext(plain, { exports, isMutant: (id: number) => id === chosen })
    const said = [['a', 2] as const, ['a', 1] as const, ['b', 3] as const, [null, 2] as const].map(
      ([name, at]) => {
        try {
          return String(exports.says?.(name, at))
        } catch {
          return 'throws'
        }
      },
    )
    return said.join(' ')
  }

  it('changes nothing while it is not chosen', () => {
    expect(run(-1)).toBe('a2 none b2 none')
  })

  it('is numbered, and says where it is and what stands there instead', () => {
    expect(mutants.map(({ id }) => id)).toEqual(mutants.map((_, at) => 100 + at))
    expect(mutants).toContainEqual(
      expect.objectContaining({ file: 'says.ts', line: 5, original: 'at >= 2', instead: 'at > 2' }),
    )
    expect(mutants.map(({ original }) => original)).not.toContain("'a' | 'b'")
  })

  it('says what stood there, also of a body in which nothing else can be changed', () => {
    const { mutants: inCall } = withSwitches('exports.calls = (name) => run(name)', 'calls.ts', 0)
    expect(inCall.map(({ original, instead }) => [original, instead])).toEqual([['run(name)', 'undefined']])
  })

  it.each([
    ['at >= 2', 'at > 2', 'none none b2 none'],
    ['at >= 2', 'at < 2', 'none a2 none none'],
    ['2', '4', 'none none none none'],
    ['name !== null && at >= 2', 'false', 'none none none none'],
    ["['a', 'b']", '[]', 'a0 none b0 none'],
    ["'none'", '""', 'a2  b2 '],
    ['/^x$/', '/^$/', null],
    ['name?.length', 'name.length', 'a2 none b2 throws'],
  ])('%s becomes %s', (original, instead, expected) => {
    const mutant = mutants.find((each) => each.original === original && each.instead === instead)
    if (expected === null) return expect(mutant).toBeUndefined()
    expect(mutant).toBeDefined()
    expect(run(mutant?.id ?? -1)).toBe(expected)
  })
})

describe('a pattern', () => {
  it.each([
    ['^a$', ['a$', '^a']],
    ['a+b?', ['ab?', 'a+b']],
    ['[a-z]', ['[^a-z]']],
    ['[^a]', ['[a]']],
    ['\\d\\.', ['\\D\\.']],
    ['[\\d^$+]', ['[^\\d^$+]']],
    ['a{2,4}', ['a{3,4}', 'a{2,5}']],
    ['(?:a)(?!b)', ['(?:a)(?=b)']],
  ])('%s has these mutants: %j', (pattern, expected) => {
    expect(regexMutants(pattern)).toEqual(expected)
  })
})
