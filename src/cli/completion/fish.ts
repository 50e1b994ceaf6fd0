import type { Completable, CompletableOption } from './completable.ts'

/** For fish, read by `source`, or as a file in its folder of completions. */
export function fishCompletion(commands: readonly Completable[]): string {
  return [
    '# What fish completes of setup-plex. Made by "setup-plex completion fish".',
    'complete -c setup-plex -f',
    ...commands.flatMap(linesFor),
  ].join('\n')
}

function linesFor({ name, options, words }: Completable): readonly string[] {
  const when = name === '' ? '__fish_use_subcommand' : `__fish_seen_subcommand_from ${name}`
  const start = `complete -c setup-plex -n ${fishQuoted(when)}`
  return [
    ...words.map(({ word, what }) => `${start} -a ${word}${what === '' ? '' : ` -d ${fishQuoted(what)}`}`),
    ...options.map((option) => `${start} ${optionWords(option)} -d ${fishQuoted(option.what)}`),
  ]
}

function optionWords({ forms, value }: CompletableOption): string {
  const names = forms.map((form) => (form.startsWith('--') ? `-l ${form.slice(2)}` : `-s ${form.slice(1)}`))
  const takes = { file: ['-r -F'], folder: [`-x -a '(__fish_complete_directories)'`], text: ['-x'] }
  return [...names, ...(value === null ? [] : takes[value.kind])].join(' ')
}

function fishQuoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}
