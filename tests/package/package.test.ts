// @vitest-environment node
import { execFile } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, inject, test } from 'vitest'
import { command, SENTENCE } from './command.ts'

const run = promisify(execFile)
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const node = (script: string) =>
  run(process.execPath, ['--input-type=module', '-e', script], {
    cwd: inject('installed'),
    maxBuffer: 2 ** 24,
  })

test('the tarball holds the page, the command, the types and the documents, and nothing else', async () => {
  const { stdout } = await run('tar', ['-tzf', inject('tarball')])
  const files = stdout
    .split('\n')
    .filter((name) => name !== '')
    .map((name) => name.replace(/^package\//, ''))
  expect(files).toEqual(
    expect.arrayContaining([
      'dist/Setup Plex.html',
      'dist-node/setup-plex.js',
      'dist-node/types/cli/index.d.ts',
      'dist-node/setup-plex.1',
      'docs/embedding.md',
      'docs/security.md',
      'docs/command.md',
      'LICENSE',
      'THIRD-PARTY-NOTICES.txt',
      'sbom.cdx.json',
      'README.md',
      'package.json',
    ]),
  )
  const known =
    /^(dist\/Setup Plex\.html|dist-node\/.*\.(js|d\.ts)|dist-node\/setup-plex\.1|(dist-node\/)?THIRD-PARTY-NOTICES\.txt|sbom\.cdx\.json|docs\/pictures\/[^/]+\.png|docs\/[^/]+\.md|docs\/(decisions|examples|languages|stamp-vectors)\/[^/]+|LICENSE|(README|CHANGELOG|CONTRIBUTING)\.md|package\.json)$/
  expect(files.filter((name) => !known.test(name))).toEqual([])
})

/** To another file, in Markdown, or to a picture in HTML. */
const LINK = / (?:src|srcset)="([^"]+)"|\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g

test('no link in the documents of the package leads to a file that is not in it', async () => {
  const folder = join(inject('installed'), 'node_modules/setup-plex')
  const files = (await readdir(folder, { recursive: true })).map((file) => file.replaceAll('\\', '/'))
  const documents = files.filter((file) => file.endsWith('.md'))
  expect(documents.length).toBeGreaterThan(10)
  const lost: string[] = []
  for (const document of documents) {
    const words = (await readFile(join(folder, document), 'utf8')).replace(/`[^`]*`(?!\])/g, '')
    for (const [link, shown, target = shown ?? ''] of words.matchAll(LINK)) {
      const file = join(dirname(document), target).replace(/\/$/, '')
      if (!files.includes(file)) lost.push(`${document}: ${link}`)
    }
  }
  expect(lost).toEqual([])
})

test('it needs nothing but Node', async () => {
  expect(await readdir(join(inject('installed'), 'node_modules'))).toEqual(
    expect.not.arrayContaining(['react', 'valibot']),
  )
  const folder = join(inject('installed'), 'node_modules/setup-plex/dist-node')
  const programs = (await readdir(folder)).filter((name) => name.endsWith('.js'))
  expect(programs).toEqual(expect.arrayContaining(['index.js', 'setup-plex.js']))
  for (const name of programs) {
    const text = await readFile(join(folder, name), 'utf8')
    const taken = [...text.matchAll(/(?<![.\w])(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(
      ([, path = '']) => path,
    )
    expect(taken.filter((path) => !path.startsWith('node:') && !path.startsWith('./'))).toEqual([])
  }
})

test('the library stamps the page of the package', async () => {
  const { stdout } = await node(
    `import { stamp } from 'setup-plex'
     console.log(await stamp({ server: { friendlyName: '</script>Attic' } }))`,
  )
  expect(stdout).toContain(
    '<script id="setup-stamp" type="application/json">{"server":{"friendlyName":"\\u003c/script\\u003eAttic"}}</script>',
  )
})

test('the library names what a page could not read back', async () => {
  const { stdout } = await node(
    `import { stamp } from 'setup-plex'
     await stamp({ server: { page: '//evil.example', addresses: ['attic'] } }).catch((error) => console.log(String(error)))`,
  )
  expect(stdout).toBe("TypeError: a stamp can't say this: server.page, server.addresses\n")
})

test('the types are those of the library, and hold a mistake', { timeout: 60_000 }, async () => {
  const write = async (name: string, text: string) => {
    await writeFile(join(inject('installed'), name), text)
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', '']
    return run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), ...options, name], {
      cwd: inject('installed'),
    }).then(
      () => '',
      (error: unknown) => String((error as { readonly stdout?: unknown }).stdout),
    )
  }
  const right = `import { stamp, write, type StampValue } from 'setup-plex'
    const value: StampValue = { format: 1, server: { platform: 'Linux', addresses: ['http://10.0.0.5:32400'] } }
    export const html: Promise<void> = stamp(value).then((page: string) => write('Setup Plex.html', page))`
  expect(await write('right.ts', right)).toBe('')
  expect(await write('wrong.ts', right.replace('Linux', 'BeOS'))).toContain('"BeOS"')
})

test.each([
  [[], 0, /^setup-plex helps[^]*find[^]*write[^]*serve[^]*doctor[^]*Exit codes/],
  [['--help'], 0, /^setup-plex helps/],
  [['find', '--help'], 0, /--timeout/],
  [['write', '--help'], 0, /--data-dir[^]*Exit codes/],
  [['serve', '-h'], 0, /--listen/],
  [['doctor', '--help'], 0, /--report[^]*Exit codes/],
  [['completion', 'bash'], 0, /complete -F/],
  [['help', 'write'], 0, /--data-dir/],
  [['--version'], 0, /^\d+\.\d+\.\d+\n$/],
])('setup-plex %j tells', async (args, code, expected) => {
  const ended = await command(...args)
  expect(ended).toMatchObject({ code, complained: '' })
  expect(ended.said).toMatch(expected)
})

test.each([
  [['claim']],
  [['toString']],
  [['find', '--what']],
  [['find', '--timeout']],
  [['find', '--timeout', 'soon']],
  [['find', '--timeout', '0']],
  [['write', 'extra']],
  [['write', '--server', 'not an address']],
  [['write', '--address', 'ftp://attic']],
  [['write', '--out', 'a', '--data-dir', 'b']],
  [['write', '--wait', '-1']],
  [['write', '--out', '']],
  [['write', '--address', 'http://127.0.0.1:32400']],
  [['serve', '--listen', 'attic:80']],
  [['doctor', '--json', '--report']],
  [['doctor', '--data-dir', '']],
  [['completion']],
  [['completion', 'tcsh']],
  [['serve', '--server', 'http://me:secret@attic']],
])('setup-plex %j: one sentence, exit code 2', async (args) => {
  const ended = await command(...args)
  expect({ code: ended.code, said: ended.said }).toEqual({ code: 2, said: '' })
  expect(ended.complained).toMatch(SENTENCE)
  expect(ended.complained).not.toMatch(/^\s+at |Error:/m)
})

test('--debug adds where it went wrong', async () => {
  expect((await command('write', '--what', '--debug')).complained).toMatch(/^\s+at .*setup-plex/m)
})
