// Names of things in other programs. A translation has them as these programs show them, and its catalog says from where.
// Otherwise it has them in English, in the quotation marks of the language. docs/languages tells people so.
import { MARKS } from './wording.mjs'

/** English names, and the messages that have them: where no pattern is given, all that have the name. */
const NAMES = {
  'Local network access': /“Local network access”/,
  'HTTPS-Only Mode': null,
  'System Settings': null,
  'Privacy & Security': null,
  'Local Network': null,
  Go: /“Go”/,
  'Go to Folder…': null,
  'Command Prompt': null,
  Explorer: /\bthe Explorer\b/,
  'Task Manager': null,
  'Log On': /“Log On”/,
  'Log On As': null,
  'Optional features': null,
  'OpenSSH Client': null,
  Files: /“Files”/,
  'Package Center': null,
  'Install using claim token': null,
  'Host Network': null,
  'Home Network': null,
  Network: /\bNetwork, Network Settings|\bunder Network to\b/,
  'Network Settings': null,
  'DNS Rebind Protection': null,
  Filters: null,
  'Domain whitelist': null,
  'Remote Access': null,
  Indirect: /“Indirect”/,
  'Secure connections': null,
  Preferred: /“Preferred”/,
  Settings: /\bIn Settings, General\b/,
  General: /\bIn Settings, General\b/,
  'Sign out': /“Sign out”/,
  Next: /“Next”/,
}

/** The names of other programs' things in an English message. */
export function namesIn(english) {
  return Object.keys(NAMES).filter((name) => NAMES[name]?.test(english) ?? english.includes(name))
}

/** `name: Command Prompt = Eingabeaufforderung; from where`, as a translator's comment in a catalog says it. */
const COMMENT = /^name: (?<name>.+?) = (?<form>.+?); (?<source>\S.*)$/u

const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)

/** The name in a sentence, where its longer words may have other endings. */
const inSentence = (form) =>
  new RegExp(
    escaped(form).replace(/\p{L}{5,}/gu, (word) => String.raw`${word.slice(0, -2)}\p{L}*`),
    'iu',
  )

function inEnglish(name, locale) {
  const [open, close] = MARKS[locale] ?? '""'
  return new RegExp(String.raw`${open}\s?${escaped(name)}\s?${close}`, 'u')
}

/** What is wrong with the names in a translation, given the comments that its catalog has on the message. */
export function nameFaultsOf(english, translation, comments, locale) {
  const names = namesIn(english)
  const said = comments.filter((each) => each.startsWith('name:')).map((each) => COMMENT.exec(each)?.groups)
  return [
    ...said.flatMap((each) => {
      if (each === undefined) return ['has a comment that is not like "name: English = translated; source"']
      if (!names.includes(each.name)) return [`has a comment on "${each.name}", which is not in it`]
      return inSentence(each.form).test(translation) ? [] : [`lacks "${each.form}", which its comment names`]
    }),
    ...names
      .filter(
        (name) => !said.some((each) => each?.name === name) && !inEnglish(name, locale).test(translation),
      )
      .map((name) => `has "${name}" neither in English in quotation marks nor with a comment on its source`),
  ]
}
