// @vitest-environment node
import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { NAMESPACES, namespacesPermitted } from '../browser/network/namespaces.ts'
import { program } from './command.ts'
import type { NginxCase, NginxLine } from './nginx-places.ts'

const run = promisify(execFile)
const SCRIPT = fileURLToPath(new URL('nginx-lan.ts', import.meta.url))
const possible = namespacesPermitted() && spawnSync('nginx', ['-v']).status === 0
if (!possible)
  console.warn('NOT RUN: the set-ups for nginx as printed, for want of nginx or namespaces (root).')

/** The two blocks of docs/command.md, to the letter. */
const DOCUMENT = readFileSync(new URL('../../docs/command.md', import.meta.url), 'utf8')
const blocks = DOCUMENT.slice(DOCUMENT.indexOf('Behind nginx')).matchAll(/(?:^ {4}.*\n)+/gm)
const [own = '', path = ''] = [...blocks].map(([text]) => text)
const NAME = 'setup.example.home'
const site = (location: string): string => `server { listen 80; server_name ${NAME}; ${location} }`
const without = (text: string, ...lines: readonly string[]): string =>
  text
    .split('\n')
    .filter((line) => !lines.some((left) => line.trim().startsWith(left)))
    .join('\n')

const CASES: readonly NginxCase[] = [
  { what: 'own name', servers: own, name: NAME, page: '/' },
  { what: 'path', servers: site(path), name: NAME, page: '/setup-plex/' },
  { what: 'own name, open to everybody', servers: without(own, 'allow', 'deny'), name: NAME, page: '/' },
  {
    what: 'path, open to everybody',
    servers: site(without(path, 'allow', 'deny')),
    name: NAME,
    page: '/setup-plex/',
  },
  {
    what: 'says nothing',
    servers: without(own, 'proxy_set_header X-Forwarded-For'),
    name: NAME,
    page: '/',
  },
  { what: 'logs all', servers: without(own, 'access_log off', 'error_log'), name: NAME, page: '/' },
]

describe.runIf(possible)('behind nginx, as docs/command.md prints it', () => {
  const lines = new Map<string, NginxLine>()
  beforeAll(async () => {
    const [unshare, ...options] = NAMESPACES
    const args = [...options, process.execPath, '--import', 'tsx', SCRIPT, program(), JSON.stringify(CASES)]
    const { stdout } = await run(unshare, args)
    for (const text of stdout.split('\n').filter((each) => each.startsWith('{'))) {
      const line = JSON.parse(text) as NginxLine
      lines.set(line.what, line)
    }
  })
  const line = (what: string): NginxLine => {
    const found = lines.get(what)
    if (found === undefined) throw new Error(`There was no run "${what}"`)
    return found
  }
  const AT_HOME = {
    'home: page': 200,
    'home: identity': 200,
    'home: code': 200,
    'home: code, from another page': 403,
    'home: code, nobody there': 502,
    'home: code, serve is gone': 502,
  }
  const NO_CODE_OUTSIDE = {
    'outside: code': 403,
    'outside: code, says it is at home': 403,
    'outside: code, says so twice': 403,
  }

  test.each(['own name', 'path'])('%s: everything for those at home, nothing for others', (what) => {
    expect(line(what).got).toEqual({
      ...AT_HOME,
      ...NO_CODE_OUTSIDE,
      'outside: page': 403,
      'outside: identity': 403,
    })
  })

  test.each(['own name', 'path'])('%s: no claim code is in a log', (what) => {
    expect(line(what).codesInLogs).toBe(0)
  })

  test('and one would be, if the lines against that were missing', () => {
    expect(line('logs all').codesInLogs).toBeGreaterThan(0)
  })

  test.each(['own name, open to everybody', 'path, open to everybody'])(
    '%s: a code is still only taken from home',
    (what) => {
      expect(line(what).got).toEqual({
        ...AT_HOME,
        ...NO_CODE_OUTSIDE,
        'outside: page': 200,
        'outside: identity': 200,
      })
    },
  )

  test('without who asks, no code is taken, and it is said what is missing', () => {
    const { got, told } = line('says nothing')
    expect(got).toMatchObject({ 'home: page': 200, 'home: code': 403, ...NO_CODE_OUTSIDE })
    expect(told).toMatch(/A claim code was refused: The proxy in front .* X-Forwarded-For/)
  })
})
