import { expect, test } from 'vitest'
import { nameFaultsOf, namesIn } from '../../src/i18n/names.mjs'

const OPEN = 'On the server’s computer, open “Command Prompt”.'
const FROM = 'name: Command Prompt = Eingabeaufforderung; microsoft/terminal, some/path'

test.each([
  ['in the quotation marks of the language', 'Öffne „Command Prompt“.', 'de', []],
  ['in French ones, with their spaces', 'Ouvre « Command Prompt ».', 'fr', []],
  ['in Hebrew ones', 'פתח את ״Command Prompt״', 'he', []],
  [
    'as its program has it, and the comment says where that is from',
    'Öffne die Eingabeaufforderung.',
    'de',
    [FROM],
  ],
  [
    'with the endings of its place in the sentence',
    'Открой «Командную строку»',
    'ru',
    ['name: Command Prompt = Командная строка; somewhere'],
  ],
  ['beside what translators say otherwise', 'Öffne „Command Prompt“.', 'de', ['Keep this short.']],
])('a name may stand %s', (_how, translation, locale, comments) => {
  expect(nameFaultsOf(OPEN, translation, comments, locale)).toEqual([])
})

test.each([
  [
    'translated, and nobody knows from where',
    'Öffne die Eingabeaufforderung.',
    [],
    'has "Command Prompt" neither in English in quotation marks nor with a comment on its source',
  ],
  [
    'in English without quotation marks',
    'Öffne Command Prompt.',
    [],
    'has "Command Prompt" neither in English in quotation marks nor with a comment on its source',
  ],
  [
    'in the quotation marks of another language',
    'Öffne “Command Prompt”.',
    [],
    'has "Command Prompt" neither in English in quotation marks nor with a comment on its source',
  ],
  [
    'otherwise than its comment says',
    'Öffne die Konsole.',
    [FROM],
    'lacks "Eingabeaufforderung", which its comment names',
  ],
  [
    'with a comment that gives no source',
    'Öffne die Eingabeaufforderung.',
    ['name: Command Prompt = Eingabeaufforderung'],
    'has a comment that is not like "name: English = translated; source"',
  ],
  [
    'with a comment on another name',
    'Öffne „Command Prompt“.',
    ['name: Task Manager = Task-Manager; somewhere'],
    'has a comment on "Task Manager", which is not in it',
  ],
])('a name may not stand %s', (_how, translation, comments, fault) => {
  expect(nameFaultsOf(OPEN, translation, comments, 'de')).toContain(fault)
})

test.each([
  ['Press “Next”.', ['Next']],
  ['The next start', []],
  ['Settings belong to the Windows user.', []],
  ['In Settings, General, press “Sign out”.', ['Settings', 'General', 'Sign out']],
  ['The column “Log On As”', ['Log On As']],
  ['On the page “Log On”', ['Log On']],
  ['Your local network', []],
  [
    'Look under System Settings, Privacy & Security, Local Network.',
    ['System Settings', 'Privacy & Security', 'Local Network'],
  ],
])('%s has the names %j', (english, names) => {
  expect(namesIn(english)).toEqual(names)
})
