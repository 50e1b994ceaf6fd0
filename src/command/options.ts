import { parseArgs, type ParseArgsConfig } from 'node:util'
import { EXIT, Problem } from './problem.ts'

type Options = NonNullable<ParseArgsConfig['options']>
type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O }>>['values']

/** Reads what stands behind `setup-plex <command>`. Throws a `Problem` for whatever is not one of the options. */
export function optionsIn<const O extends Options>(
  command: string,
  args: readonly string[],
  options: O,
): Values<O> {
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const [sentence] = error.message.split(/\.\s|\n|, or use/, 1)
    throw new Problem(`${sentence}. "setup-plex ${command} --help" lists what there is.`, EXIT.usage)
  }
}

/** Reads a number of seconds within these limits, in milliseconds. */
export function secondsIn(option: string, text: string, least: number, most: number): number {
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN
  if (!(seconds >= least && seconds <= most)) {
    throw new Problem(`${option} takes a number of seconds from ${least} to ${most}.`, EXIT.usage)
  }
  return seconds * 1_000
}
