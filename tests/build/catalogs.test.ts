import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CHECK = join(ROOT, 'src/i18n/check-catalogs.mjs')
const I18N = join(ROOT, 'src/i18n/i18n.mjs')

type Said = { readonly passed: boolean; readonly said: string }

function run(folder: string, program: readonly string[]): Promise<Said> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...program], { cwd: folder }, (error, stdout, stderr) => {
      resolve({ passed: error === null, said: stdout + stderr })
    })
  })
}

const check = (where: string): Promise<Said> => run(where, [CHECK])
const status = (where: string): Promise<Said> => run(where, [I18N, 'status'])

test('the catalogs are complete and up to date', async () => {
  expect(await check(ROOT)).toMatchObject({ passed: true })
}, 60_000)

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'setup-plex-catalogs-'))
  const config = await readFile(join(ROOT, 'lingui.config.ts'), 'utf8')
  await writeFile(
    join(folder, 'lingui.config.ts'),
    config.replace(/locales: \[[^\]]*\]/, "locales: ['en', 'de']"),
  )
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

const po = (language: string, entries: Record<string, string>): string =>
  [
    `msgid ""\nmsgstr ""\n"Language: ${language}\\n"\n`,
    ...Object.entries(entries).map(([id, text]) => `msgid "${id}"\nmsgstr "${text}"\n`),
  ].join('\n')

/** A project of one source file, whose catalogs hold these messages and translations. */
async function project(
  source: string,
  en: Record<string, string>,
  de: Record<string, string>,
): Promise<void> {
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

/** The project speaks this language in the place of German. */
async function speaks(language: string, entries: Record<string, string>): Promise<void> {
  const config = join(folder, 'lingui.config.ts')
  await writeFile(config, (await readFile(config, 'utf8')).replace("'de'", `'${language}'`))
  await writeFile(join(folder, `src/i18n/${language}.po`), po(language, entries))
}

test.each([
  ['de', '{n, plural, =1 {ein Tag} other {# Tage}}'],
  ['ja', '{n, plural, other {#日}}'],
  ['fr', '{n, plural, one {# jour} other {# jours}}'],
  ['pl', '{n, plural, one {# dzień} few {# dni} many {# dni} other {# dnia}}'],
  ['ar', '{n, plural, zero {#} one {#} two {#} few {#} many {#} other {#}}'],
])('languages may differ in the order of words and in plural forms (%s)', async (language, days) => {
  await project(COUNT, { [DAYS]: DAYS }, { [DAYS]: days })
  await speaks(language, { [DAYS]: days })
  expect(await check(folder)).toEqual({ passed: true, said: '' })
})

test.each([
  ['de', '{n, plural, other {# Tage}}', 'one'],
  ['de', '{n, plural, =0 {kein Tag} other {# Tage}}', 'one'],
  ['pl', '{n, plural, one {# dzień} other {# dni}}', 'many, few'],
  ['pl', '{n, plural, =0 {nic} one {# dzień} few {# dni} other {# dni}}', 'many'],
  ['ar', '{n, plural, one {#} two {#} few {#} many {#} other {#}}', 'zero'],
])('a plural form that numbers need in %s is missed in "%s"', async (language, days, form) => {
  await project(COUNT, { [DAYS]: DAYS }, { [DAYS]: days })
  await speaks(language, { [DAYS]: days })
  const { passed, said } = await check(folder)
  expect(passed).toBe(false)
  expect(said).toContain(`${language}: "${DAYS}" lacks the plural form ${form}\n`)
  expect((await status(folder)).said).toMatch(new RegExp(`^${language} +1 +0 +1 +0 +0$`, 'm'))
})

test('the status of a language says how many messages are missing, or are not what the source is', async () => {
  const english = { 'Hello {name}': 'Hello {name}', [DAYS]: DAYS, 'Bye {name}': 'Bye {name}' }
  await project(`${GREETING}${COUNT}`, english, {
    'Hello {name}': 'Hallo',
    [DAYS]: '{n, plural, other {# Tage}}',
  })
  await writeFile(join(folder, 'src/i18n/more.ts'), GREETING.replace('Hello', 'Bye'))
  const { passed, said } = await status(folder)
  expect(passed).toBe(false)
  expect(said.split('\n').slice(0, 3)).toEqual([
    'language  messages  missing  plurals  placeholders  unreadable',
    'en        3         0        0        0             0',
    'de        3         1        1        1             0',
  ])
})

test('the status of complete languages is no fault', async () => {
  const { passed, said } = await run(ROOT, [I18N, 'status'])
  expect(passed).toBe(true)
  expect(said).toMatch(/^de +\d{3,} +0 +0 +0 +0$/m)
}, 60_000)

test('what is no question is no answer', async () => {
  expect(await run(ROOT, [I18N])).toEqual({ passed: false, said: 'Usage: npm run i18n -- status\n' })
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

const PROMPT = "import { msg } from '@lingui/core/macro'\nexport const p = msg`Open “Command Prompt”`\n"

test('a name of another program is found where nobody says from where its translation is', async () => {
  const english = { 'Open “Command Prompt”': 'Open “Command Prompt”' }
  await project(PROMPT, english, { 'Open “Command Prompt”': 'Öffne die Eingabeaufforderung' })
  expect((await check(folder)).said).toContain('has "Command Prompt" neither in English')
  const catalog = join(folder, 'src/i18n/de.po')
  const told = '# name: Command Prompt = Eingabeaufforderung; owner/repository, path\nmsgid "Open'
  await writeFile(catalog, (await readFile(catalog, 'utf8')).replace('msgid "Open', told))
  expect(await check(folder)).toEqual({ passed: true, said: '' })
})

const HI = "import { msg } from '@lingui/core/macro'\nexport const hi = msg`Hi`\n"

test.each([
  ['Sie in the middle of a sentence', 'Öffnen Sie die Datei', 'says Sie'],
  ['Sie with a verb that may be the address', 'Sie haben gewartet', 'says Sie'],
  ['Sie before a comma', 'Fragen Sie, wer Hilfe hat', 'says Sie'],
  ['Ihr at the beginning', 'Ihr Server läuft', 'says Sie'],
  ['Ihren', 'Das ist für Ihren Server', 'says Sie'],
  ['Ihnen', 'Gehört er Ihnen?', 'says Sie'],
  ['a space at the beginning', ' Hallo', 'begins or ends with a space'],
  ['a space at the end', 'Hallo ', 'begins or ends with a space'],
  ['two spaces', 'Hallo  du', 'has two spaces'],
  ['three dots', 'Warte ...', 'has three dots'],
  ['straight quotes', String.raw`Drücke \"Weiter\"`, 'has other quotes'],
  ['English quotes in German', 'Drücke “Weiter”', 'has other quotes'],
  ['a quote that is never closed', 'Drücke „Weiter', 'has other quotes'],
  ['a quote that is never opened', 'Drücke Weiter“', 'has other quotes'],
  ['beansprucht', 'Der Server ist beansprucht', 'says claimed'],
  ['Beanspruchen', 'Beanspruchen dauert eine Minute', 'says claimed'],
  ['geclaimt', 'Der Server ist geclaimt', 'says claimed'],
])('in German, %s is found', async (_what, german, fault) => {
  await project(HI, { Hi: 'Hi' }, { Hi: german })
  const { passed, said } = await check(folder)
  expect(passed).toBe(false)
  expect(said).toContain(`de: "Hi" ${fault}`)
})

test.each([
  ['she at the beginning of a sentence', 'Die Datei ist da. Sie enthält kein Passwort.'],
  ['her and they in small letters', 'Die Server zeigen ihre Namen, und sie warten.'],
  ['quotes in pairs', 'Drücke „Weiter“ oder „Zurück“.'],
  ['the quotes of code', String.raw`Steht claimed=\"1\" oder \"claimed\":true darin?`],
  ['a word that begins alike', 'Die Siedlung'],
  ['what the account calls a claim code', 'Füge den Claim-Code ein. Er beginnt mit claim-'],
  ['what others say, in quotes', 'Das heißt auch „Claiming“ oder „Beanspruchen“.'],
])('in German, %s passes', async (_what, german) => {
  await project(HI, { Hi: 'Hi' }, { Hi: german })
  expect(await check(folder)).toEqual({ passed: true, said: '' })
})

test.each([
  ['three dots', 'Wait ...', 'has three dots'],
  ['straight quotes', 'Press "Next"', 'has other quotes'],
  ['single straight quotes', "Press 'Next' now", 'has other quotes'],
  ['German quotes in English', 'Press „Next“', 'has other quotes'],
  ['two spaces', 'Wait  here', 'has two spaces'],
  ['It at the beginning', 'It waits', 'has a sentence that begins with It'],
  ['Its after a stop', 'Wait. Its name is new', 'has a sentence that begins with It'],
  ["It's after a colon", "Wait: It's new", 'has a sentence that begins with It'],
  [
    'It in a plural form',
    '{n, plural, one {It waits} other {They wait}}',
    'has a sentence that begins with It',
  ],
  ['claimed', 'Your server is claimed', 'says claimed'],
  ['unclaimed', 'This one is still unclaimed', 'says claimed'],
  ['Claiming', 'Claiming takes a minute', 'says claimed'],
  ['the claim state', 'The claim state is not known', 'says claimed'],
])('in English, %s is found', async (_what, english, fault) => {
  const id = english.replaceAll('"', String.raw`\"`)
  await project(
    `import { msg } from '@lingui/core/macro'\nexport const x = msg\`${english}\`\n`,
    { [id]: id },
    { [id]: 'Hallo' },
  )
  const { passed, said } = await check(folder)
  expect(passed).toBe(false)
  expect(said).toContain(`en: "${english}" ${fault}`)
})

test.each([
  ["Don't wait: the server's name isn't here"],
  ['“Italian” is in the list. Items follow'],
  ['Press “Forward”…'],
  ['Get a claim code at plex.tv/claim. A claim code begins with claim-'],
  ['Two claim codes, or the field for a claim token'],
  ['Others call that “claiming” a server'],
])('in English, %s passes', async (english) => {
  await project(
    `import { msg } from '@lingui/core/macro'\nexport const x = msg\`${english}\`\n`,
    { [english]: english },
    { [english]: 'Hallo' },
  )
  expect(await check(folder)).toEqual({ passed: true, said: '' })
})

test.each([
  ['<p>Warte.</p><div lang="de">Öffnen\n Sie die Seite</div>', 'says Sie'],
  ['<p>Press "Next"</p>', 'has other quotes'],
  ['<div lang="de">Drücke “Weiter”</div>', 'has other quotes'],
  ['<p>This is a page. It waits.</p>', 'has a sentence that begins with It'],
  ['<p>Is the server claimed?</p>', 'says claimed'],
])('the words of the document itself count: %s', async (html, fault) => {
  await project(GREETING, HELLO, { 'Hello {name}': 'Hallo {name}' })
  await writeFile(join(folder, 'index.html'), html)
  expect((await check(folder)).said).toContain(`index.html ${fault}`)
})
