// @vitest-environment node
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { EMPTY_ELEMENT } from '../../src/stamp/format.ts'
import { WRITING } from '../stamp/vectors.ts'

const EXAMPLES = fileURLToPath(new URL('../../docs/examples', import.meta.url))
const example = (name: string): string => join(EXAMPLES, name)
const has = (program: string): boolean => spawnSync('which', [program]).status === 0

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'examples ü-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** How each language's example is run; what has to be built is built by `prepare`. */
const LANGUAGES = [
  { name: 'Python', needs: 'python3', prepare: () => ['python3', example('stamp.py')] },
  { name: 'shell', needs: 'sh', prepare: () => ['sh', example('stamp.sh')] },
  {
    name: 'C++',
    needs: 'c++',
    prepare: () => {
      const program = join(folder, 'stamp-cpp')
      const strict = ['-std=c++17', '-Wall', '-Wextra', '-Wpedantic', '-Werror']
      execFileSync('c++', [...strict, '-o', program, example('stamp.cpp')], { stdio: 'inherit' })
      return [program]
    },
  },
  {
    name: 'Go',
    needs: 'go',
    prepare: () => {
      const program = join(folder, 'stamp-go')
      execFileSync('go', ['build', '-o', program, example('stamp.go')], { stdio: 'inherit' })
      return [program]
    },
  },
]

for (const { name, needs, prepare } of LANGUAGES) {
  const there = has(needs)
  if (!there) console.warn(`NOT RUN: the example in ${name}, for want of ${needs}.`)
  describe.runIf(there)(`the example in ${name}`, () => {
    let program: string
    let before: readonly string[]
    let page: string
    let out: string
    beforeAll(() => {
      ;[program = '', ...before] = prepare()
      page = join(inject('installed'), 'node_modules/setup-plex/dist/Setup Plex.html')
      out = join(folder, `${needs} Setup Plex.html`)
    }, 60_000)
    const run = (from: string, input: string) =>
      spawnSync(program, [...before, from, out], { input, encoding: 'utf8' })

    test.each(WRITING)('$name', ({ json, escaped }) => {
      const { status, stderr } = run(page, json)
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      const expected = EMPTY_ELEMENT.replace('{}', () => escaped)
      expect(
        readFileSync(out, 'utf8') === readFileSync(page, 'utf8').replace(EMPTY_ELEMENT, () => expected),
      ).toBe(true)
      expect(statSync(out).mode & 0o777).toBe(0o600)
    })

    test('refuses a page with no empty stamp, or with two, and leaves nothing behind', () => {
      rmSync(out, { force: true })
      const names = readdirSync(folder)
      for (const html of [
        '<!doctype html>',
        `${EMPTY_ELEMENT}\n${EMPTY_ELEMENT}`,
        EMPTY_ELEMENT + EMPTY_ELEMENT,
      ]) {
        const other = join(inject('installed'), 'other.html')
        writeFileSync(other, html)
        const { status, stderr } = run(other, '{}')
        expect(status).not.toBe(0)
        expect(stderr).toContain('exactly one empty stamp')
      }
      expect(readdirSync(folder)).toEqual(names)
    })

    test('refuses a folder in its place, and puts nothing into it', () => {
      rmSync(out, { force: true })
      mkdirSync(out)
      for (const place of [out, `${out}/`]) {
        const { status, stderr } = spawnSync(program, [...before, page, place], {
          input: '{}',
          encoding: 'utf8',
        })
        expect(status).not.toBe(0)
        expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/director|folder/i)
        expect(readdirSync(out)).toEqual([])
      }
      expect(readdirSync(folder).filter((left) => left.startsWith('.'))).toEqual([])
      rmSync(out, { recursive: true })
    })

    test('replaces a link to a folder, and puts nothing into that', () => {
      rmSync(out, { force: true })
      const other = mkdtempSync(join(tmpdir(), 'other-'))
      symlinkSync(other, out)
      expect(run(page, '{}').status).toBe(0)
      expect(readdirSync(other)).toEqual([])
      expect(lstatSync(out).isFile()).toBe(true)
      rmSync(other, { recursive: true })
    })

    test('replaces a link and leaves what it led to alone', () => {
      rmSync(out, { force: true })
      const precious = join(inject('installed'), 'precious')
      writeFileSync(precious, 'precious')
      symlinkSync(precious, out)
      expect(run(page, '{}').status).toBe(0)
      expect(readFileSync(precious, 'utf8')).toBe('precious')
      expect(readFileSync(out, 'utf8')).toContain(EMPTY_ELEMENT)
    })
  })
}

describe.each([
  // What other systems' mv can't do, fails as it does there.
  [
    'knows -h, as those of BSD and macOS',
    `case " $* " in *" -T "*) exit 64;; esac
case " $1 $2 " in *" -h "*) shift 2; [ -d "$2" ] && [ ! -L "$2" ] || { exec /bin/mv -f -T "$@"; };; esac
exec /bin/mv "$@"`,
  ],
  [
    'knows neither -T nor -h',
    `case " $* " in *" -T "*|*" -h "*) exit 64;; esac
exec /bin/mv "$@"`,
  ],
] as const)('the example in shell, where mv %s', (_what, mv) => {
  let own: string
  let out: string
  beforeEach(() => {
    own = mkdtempSync(join(tmpdir(), 'mv-'))
    out = join(own, 'Setup Plex.html')
    mkdirSync(join(own, 'bin'))
    writeFileSync(join(own, 'bin/mv'), `#!/bin/sh\n${mv}\n`)
    chmodSync(join(own, 'bin/mv'), 0o755)
  })
  afterEach(() => rmSync(own, { recursive: true }))
  const run = () =>
    spawnSync(
      'sh',
      [example('stamp.sh'), join(inject('installed'), 'node_modules/setup-plex/dist/Setup Plex.html'), out],
      {
        input: '{}',
        encoding: 'utf8',
        env: { ...process.env, PATH: `${join(own, 'bin')}:${process.env['PATH']}` },
      },
    )

  test('writes the page, and writes it anew', () => {
    for (let times = 0; times < 2; times += 1) expect(run()).toMatchObject({ status: 0, stderr: '' })
    expect(readFileSync(out, 'utf8')).toContain(EMPTY_ELEMENT)
    expect(readdirSync(own).toSorted()).toEqual(['Setup Plex.html', 'bin'])
  })

  test('puts nothing into a folder in its place', () => {
    mkdirSync(out)
    const { status, stderr } = run()
    expect(status).not.toBe(0)
    expect(stderr).toMatch(/is a folder/)
    expect(readdirSync(out)).toEqual([])
  })

  test('nor into one that a link in its place leads to', () => {
    const other = join(own, 'other')
    mkdirSync(other)
    symlinkSync(other, out)
    const { status } = run()
    expect(readdirSync(other)).toEqual([])
    expect(status === 0).toBe(lstatSync(out).isFile())
  })
})

test('the unit file is one that systemd understands', () => {
  const text = readFileSync(example('setup-plex.service'), 'utf8')
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  for (const line of lines) expect(line).toMatch(/^(\[(Unit|Service|Install)\]|[A-Z][A-Za-z]+=.*)$/)
  expect(lines).toContain('ExecStart=/usr/bin/env setup-plex write --watch')
  if (!has('systemd-analyze')) {
    console.warn('NOT RUN: systemd-analyze verify, for want of systemd.')
    return
  }
  const { stderr } = spawnSync('systemd-analyze', ['verify', example('setup-plex.service')], {
    encoding: 'utf8',
  })
  expect(stderr.split('\n').filter((line) => line.includes('setup-plex.service'))).toEqual([])
})
