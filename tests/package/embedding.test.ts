// @vitest-environment node
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { parse } from 'yaml'
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

test('the compose file says what it should', () => {
  type Service = {
    readonly network_mode: string
    readonly command?: readonly string[]
    readonly image: string
  }
  // Throws at whatever is no YAML, keys that stand twice included.
  const compose = parse(readFileSync(example('compose.yaml'), 'utf8')) as {
    readonly services: Record<string, Service>
  }
  expect(Object.keys(compose)).toEqual(['services'])
  for (const service of Object.values(compose.services))
    expect(service).toMatchObject({ network_mode: 'host' })
  expect(compose.services['setup-plex']?.command?.slice(0, 4)).toEqual([
    'node',
    '/setup-plex/dist-node/setup-plex.js',
    'write',
    '--watch',
  ])
})
