import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CHECK = join(ROOT, 'src/i18n/check-catalogs.mjs')

function check(folder: string): Promise<{ passed: boolean; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [CHECK], { cwd: folder }, (error, stdout, stderr) => {
      resolve({ passed: error === null, said: stdout + stderr })
    })
  })
}

test('the catalogs are complete and up to date', async () => {
  expect(await check(ROOT)).toEqual({ passed: true, said: '' })
})

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'setup-plex-catalogs-'))
  await cp(join(ROOT, 'lingui.config.ts'), join(folder, 'lingui.config.ts'))
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
  await mkdir(join(folder, 'src/i18n'), { recursive: true })
  await mkdir(join(folder, 'src/app'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const GREETING =
  "import { msg } from '@lingui/core/macro'\nexport const greeting = (name: string) => msg`Hello ${name}`\n"
const COUNT =
  "import { plural } from '@lingui/core/macro'\nexport const count = (n: number) => plural(n, { one: '# day', other: '# days' })\n"
const DAYS = '{n, plural, one {# day} other {# days}}'

/** A project of one source file, whose catalogs hold these messages and translations. */
async function project(
  source: string,
  en: Record<string, string>,
  de: Record<string, string>,
): Promise<void> {
  const po = (language: string, entries: Record<string, string>): string =>
    [
      `msgid ""\nmsgstr ""\n"Language: ${language}\\n"\n`,
      ...Object.entries(entries).map(([id, text]) => `msgid "${id}"\nmsgstr "${text}"\n`),
    ].join('\n')
  await Promise.all([
    writeFile(join(folder, 'src/app/words.ts'), source),
    writeFile(join(folder, 'src/i18n/en.po'), po('en', en)),
    writeFile(join(folder, 'src/i18n/de.po'), po('de', de)),
  ])
}

const HELLO = { 'Hello {name}': 'Hello {name}' }

test('complete catalogs pass', async () => {
  await project(GREETING, HELLO, { 'Hello {name}': 'Hallo {name}' })
  expect(await check(folder)).toEqual({ passed: true, said: '' })
})

test('languages may differ in the order of words and in plural forms', async () => {
  await project(COUNT, { [DAYS]: DAYS }, { [DAYS]: '{n, plural, other {# Tage}}' })
  expect(await check(folder)).toEqual({ passed: true, said: '' })
})

test.each([
  ['a message in the code that no catalog has', {}, {}, 'de: "Hello {name}" is not in the catalog'],
  ['a message that German lacks', HELLO, {}, 'de: "Hello {name}" is not in the catalog'],
  ['an empty translation', HELLO, { 'Hello {name}': '' }, 'de: "Hello {name}" is not translated'],
  ['a placeholder left out', HELLO, { 'Hello {name}': 'Hallo' }, 'de: "Hello {name}" has other placeholders'],
  [
    'a placeholder renamed',
    HELLO,
    { 'Hello {name}': 'Hallo {nmae}' },
    'de: "Hello {name}" has other placeholders',
  ],
  ['a broken translation', HELLO, { 'Hello {name}': 'Hallo {name' }, 'de: "Hello {name}"'],
  [
    'a message that nothing uses',
    { ...HELLO, Bye: 'Bye' },
    { 'Hello {name}': 'Hallo {name}', Bye: 'Tschüs' },
    'en: "Bye" is used nowhere',
  ],
])('%s is found', async (_what, en, de, fault) => {
  await project(GREETING, en, de)
  const { passed, said } = await check(folder)
  expect(passed).toBe(false)
  expect(said).toContain(fault)
})

test('a message in any folder of the page counts, that of the catalogs included', async () => {
  await project(GREETING, HELLO, { 'Hello {name}': 'Hallo {name}' })
  await writeFile(join(folder, 'src/i18n/more.ts'), GREETING.replace('Hello', 'Good day'))
  expect((await check(folder)).said).toContain('de: "Good day {name}" is not in the catalog')
})
