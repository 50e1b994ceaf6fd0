import { execFileSync, spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { asksToOpen, placeIn } from '../../src/routes/hash-place.ts'
import { blocksOf, sectionOf, textOf } from './documents.ts'

const BLOCKS = blocksOf(sectionOf(textOf('docs/embedding.md'), 'Opening the server'))
const [CPP = '', SWIFT = '', QNAP = '', SYNOLOGY = '', DESKTOP = ''] = BLOCKS.map(({ lines }) =>
  lines.join('\n'),
)

/** As much of Windows as the example names. */
const WINDOWS = `
using UINT = unsigned; using HMENU = void *; using WORD = unsigned short;
const UINT MF_STRING = 0; const int SW_SHOWNORMAL = 1;
WORD LOWORD(unsigned long long value) { return static_cast<WORD>(value); }
int AppendMenuW(HMENU, UINT, unsigned long long, const wchar_t *);
void *ShellExecuteW(void *, const wchar_t *, const wchar_t *, const wchar_t *, const wchar_t *, int);`

function opens(address: string | undefined): void {
  const { protocol, hash } = new URL(address ?? 'nothing:')
  expect(protocol).toBe('http:')
  expect(asksToOpen(placeIn(hash).pathname)).toBe(true)
}

it('each way to open the server takes three lines', () => {
  expect(BLOCKS.map(({ language, lines }) => [language, lines.length])).toEqual([
    ['cpp', 3],
    ['swift', 3],
    ['sh', 3],
    ['sh', 3],
    ['ini', 3],
  ])
})

it('that of Windows compiles', () => {
  opens(/L"(http:[^"]*)"/.exec(CPP)?.[1])
  if (spawnSync('which', ['c++']).status !== 0) return console.warn('NOT RUN: c++ is not installed.')
  const program = `${WINDOWS}\nvoid tray(HMENU menu, unsigned long long wParam) {\n${CPP}\n}\n`
  execFileSync('c++', ['-std=c++17', '-Wall', '-Werror', '-fsyntax-only', '-x', 'c++', '-'], {
    input: program,
  })
})

it('that of macOS closes what it opens', () => {
  opens(/string: "(http:[^"]*)"/.exec(SWIFT)?.[1])
  for (const line of SWIFT.split('\n')) {
    const code = line.replace(/"[^"]*"/g, '')
    expect(code).not.toContain('"')
    for (const [left, right] of ['()', '{}'].map((pair) => [...pair] as [string, string]))
      expect(code.split(left).length).toBe(code.split(right).length)
  }
})

it('those of a NAS are settings that a shell reads', () => {
  const valueOf = (settings: string, name: string): string =>
    execFileSync('sh', ['-euc', `${settings}\nprintf %s "$${name}"`], { encoding: 'utf8' })
  opens(`http://nas.local:${valueOf(QNAP, 'QPKG_WEB_PORT')}${valueOf(QNAP, 'QPKG_WEBUI')}`)
  opens(
    `${valueOf(SYNOLOGY, 'adminprotocol')}://nas.local:${valueOf(SYNOLOGY, 'adminport')}/${valueOf(SYNOLOGY, 'adminurl')}`,
  )
})

it('that of a desktop is an entry with a quoted address', () => {
  const entry = new Map(
    DESKTOP.split('\n').map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
  )
  expect([...entry.keys()]).toEqual(['Type', 'Name', 'Exec'])
  expect(entry.get('Type')).toBe('Application')
  // Outside of quotes the number sign is reserved, and inside of them the percent sign stands for something else.
  const [, program, address] = /^(\S+) "([^"`$\\%]*)"$/.exec(entry.get('Exec') ?? '') ?? []
  expect(program).toBe('xdg-open')
  opens(address)
})
