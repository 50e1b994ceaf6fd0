import { Command, CommanderError, Option } from 'commander'
import { EXIT, Problem } from './problem.ts'

/** May stand anywhere, before a command and after it. */
export const DEBUG = '--debug'

/** What a command is: its help, its table in docs/command.md and its parsing come from here. */
type Definition = {
  readonly name: string
  readonly summary: string
  readonly description: string
  readonly options: readonly Option[]
  /** What the help says last. */
  readonly after: string
}

/** A command that knows its options and does nothing yet. */
export function defined({ name, summary, description, options, after }: Definition): Command {
  const command = new Command(name).summary(summary).description(description)
  for (const each of options) command.addOption(each)
  return quiet(command).addHelpText('after', `\n${after}`)
}

/** Says nothing itself, ends nothing, and shows options as the documents do. */
export function quiet(command: Command): Command {
  return command
    .exitOverride()
    .showSuggestionAfterError(false)
    .helpOption('-h, --help', 'says what it takes')
    .configureOutput({ writeErr: () => undefined })
    .configureHelp({ optionTerm: termOf, optionDescription: ({ description }) => description })
}

/** As people write it: `--server URL`. */
export function termOf({ flags }: Option): string {
  return flags.replace(/[<>]/g, '')
}

/** One that takes a value. `read` throws a `Problem` for a value that is none. */
export function option<T>(
  flags: string,
  description: string,
  read: (text: string) => T,
  unlessSaid?: T,
): Option {
  return new Option(flags, description).default(unlessSaid).argParser((text) => read(valueIn(flags, text)))
}

/** One that may be given several times. */
export function several(flags: string, description: string, read: (text: string) => unknown): Option {
  return new Option(flags, description)
    .default([])
    .argParser((text, before: readonly unknown[]) => [...before, read(valueIn(flags, text))])
}

/** One that is there or not. */
export function flag(flags: string, description: string): Option {
  return new Option(flags, description).default(false)
}

/** One that takes something away: `--no-x` makes `x` false. */
export function flagOff(flags: string, description: string): Option {
  return new Option(flags, description).default(true)
}

/** A person who forgot the value means the next option by what comes next. */
function valueIn(flags: string, text: string): string {
  if (!/^-./.test(text)) return text
  throw new Problem(`${flags.replace(/ .*/, '')} needs a value; "${text}" is none.`, EXIT.usage)
}

/** Of what commander says, the sentence. */
export function inOneSentence(error: unknown, name: string): unknown {
  if (!(error instanceof CommanderError)) return error
  const [sentence = ''] = error.message
    .replace(/^error: /, '')
    .replace(/[<>]/g, '')
    .split(/\.\s|\n/, 1)
  const [first = '', ...rest] = sentence
  return new Problem(
    `${first.toUpperCase()}${rest.join('')}. "${name} --help" lists what there is.`,
    EXIT.usage,
  )
}

/** Reads a number of seconds within these limits, in milliseconds. */
export function secondsIn(name: string, text: string, least: number, most: number): number {
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN
  if (!(seconds >= least && seconds <= most)) {
    throw new Problem(`${name} takes a number of seconds from ${least} to ${most}.`, EXIT.usage)
  }
  return seconds * 1_000
}
