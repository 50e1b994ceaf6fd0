import { Command, CommanderError } from 'commander'
import { completionCommand, completionFor, type Shell } from './completion/completion.ts'
import { doctor, doctorCommand, type DoctorOptions } from './doctor/doctor.ts'
import { find, findCommand, type FindOptions } from './find/find.ts'
import { DEBUG, inOneSentence, quiet } from './options.ts'
import { packagedVersion } from './package-files.ts'
import { EXIT, Problem } from './problem.ts'
import { serve, serveCommand, type ServeOptions } from './serve/serve.ts'
import type { Terminal } from './terminal.ts'
import { write, writeCommand, type WriteOptions } from './write/write.ts'

const EXIT_CODES = `Exit codes: 0 done, 1 no server was found or reached, 2 wrong usage,
3 the computer refused (a file could not be written, an address is taken), 4 something has to be done,
5 nothing is wrong as far as could be looked, 70 a mistake of this program.`

/** Runs what was asked for and resolves to the exit code, whatever happens. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const debug = args.includes(DEBUG)
  const asked = args.filter((argument) => argument !== DEBUG)
  try {
    return await run(asked.length === 0 ? ['--help'] : asked, terminal)
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error)
    const told = error instanceof Problem ? sentence : `This is a mistake of setup-plex: ${sentence}`
    terminal.progress(debug && error instanceof Error ? (error.stack ?? told) : told)
    return error instanceof Problem ? error.exitCode : EXIT.bug
  }
}

type Runnable = { readonly program: Command; /** How it ended. */ readonly code: () => number }

/** Everything that the command can do. Its help, its manual and what shells complete come from here. */
export function runnableCommand(terminal: Terminal, version: string): Runnable {
  let code: number = EXIT.done
  const program = quiet(new Command('setup-plex'))
    .configureOutput({ writeOut: (text) => terminal.result(text.trimEnd()) })
    .version(version, '--version', 'says which version this is')
    .option(DEBUG, 'adds where in the program something went wrong; also after a command')
    .helpCommand('help [command]', 'says what a command takes, as --help after it does')
    .addHelpText('before', 'setup-plex helps a media server to be claimed.\n\n')
    .addHelpText('after', `\n${EXIT_CODES}`)
  const commands = [
    findCommand().action(async (given: FindOptions) => {
      code = await find(given, terminal)
    }),
    writeCommand().action(async (given: WriteOptions) => {
      code = await write(given, terminal)
    }),
    serveCommand().action(async (given: ServeOptions) => {
      code = await serve(given, terminal)
    }),
    doctorCommand().action(async (given: DoctorOptions) => {
      code = await doctor(given, terminal)
    }),
  ]
  const completion = completionCommand().action((shell: Shell) => {
    terminal.result(completionFor(shell, program))
  })
  for (const command of [...commands, completion]) {
    program.addCommand(command.copyInheritedSettings(program))
  }
  return { program, code: () => code }
}

/** Throws a `Problem` for expected trouble. */
async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { program, code } = runnableCommand(terminal, await packagedVersion())
  const [first = '', second] = args
  const named = first === 'help' ? (second ?? first) : first
  const known = ['help', ...program.commands.map((command) => command.name())]
  if (!named.startsWith('-') && !known.includes(named)) {
    throw new Problem(`There is no "${named}"; "setup-plex --help" lists what there is.`, EXIT.usage)
  }
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    // Help and version were asked for, and are said by now.
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done
    throw inOneSentence(error, named.startsWith('-') ? 'setup-plex' : `setup-plex ${named}`)
  }
  return code()
}
