import type { Command, Option } from 'commander'
import { DEBUG } from '../options.ts'

/** What a shell can say about a command, or about the program where no command is typed yet. */
export type Completable = {
  /** Empty for the program itself. */
  readonly name: string
  readonly what: string
  readonly options: readonly CompletableOption[]
  /** Words that may stand behind it. */
  readonly words: readonly Choice[]
}

export type CompletableOption = {
  /** `-h` and `--help`. */
  readonly forms: readonly string[]
  readonly what: string
  /** Null for one that is there or not. */
  readonly value: OptionValue | null
  readonly isRepeated: boolean
}

type Choice = { readonly word: string; readonly what: string }
type OptionValue = { readonly name: string; readonly kind: 'file' | 'folder' | 'text' }

/** By the names of values in the definitions. */
const KINDS: Readonly<Record<string, OptionValue['kind']>> = { FILE: 'file', DIR: 'folder' }

/** The program and each of its commands, as its help has them. */
export function completableIn(program: Command): readonly Completable[] {
  const help = program.createHelp()
  const commands = help.visibleCommands(program)
  const choices = commands.map((command) => ({
    word: command.name(),
    what: command.summary() || command.description(),
  }))
  const everywhere = program.options.filter(({ long }) => long === DEBUG)
  const wordsFor = (command: Command): readonly Choice[] => {
    if (command.name() === 'help') return choices.filter(({ word }) => word !== 'help')
    return command.registeredArguments
      .flatMap(({ argChoices = [] }) => argChoices)
      .map((word) => ({ word, what: '' }))
  }
  const first = {
    name: '',
    what: '',
    options: help.visibleOptions(program).map(completableOption),
    words: choices,
  }
  return [
    first,
    ...choices.map(({ word, what }, at) => {
      const command = commands[at] ?? program
      const options = [...help.visibleOptions(command), ...everywhere].map(completableOption)
      return { name: word, what, options, words: wordsFor(command) }
    }),
  ]
}

function completableOption({ short, long, flags, description, defaultValue }: Option): CompletableOption {
  const name = /<(.*)>/.exec(flags)?.[1]
  return {
    forms: [short, long].filter((form) => form != null),
    what: inShort(description),
    value: name === undefined ? null : { name, kind: KINDS[name] ?? 'text' },
    isRepeated: Array.isArray(defaultValue),
  }
}

/** Its first part: what stands beside a word in a list has one line. */
function inShort(description: string): string {
  return description.split(/; |\. /, 1)[0] ?? description
}

/** As one word of a shell, whatever is in it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
