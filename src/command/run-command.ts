import { FIND_HELP, find } from './find/find.ts'
import { packagedVersion } from './package-files.ts'
import { EXIT, Problem } from './problem.ts'
import { SERVE_HELP, serve } from './serve/serve.ts'
import type { Terminal } from './terminal.ts'
import { WRITE_HELP, write } from './write/write.ts'

type Command = {
  readonly help: string
  /** Resolves to the exit code; throws a `Problem` for expected trouble. */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<number>
}

const COMMANDS: Readonly<Record<string, Command>> = {
  find: { help: FIND_HELP, run: find },
  write: { help: WRITE_HELP, run: write },
  serve: { help: SERVE_HELP, run: serve },
}

const HELP = `setup-plex helps a media server to be claimed.

  setup-plex find     finds servers in the network
  setup-plex write    writes "Setup Plex.html" for a server, and keeps it up to date
  setup-plex serve    serves that page for a server that does not do so itself

  --help after a command says what it takes. --version says which version this is.
  --debug adds where in the program something went wrong.

Exit codes: 0 done, 1 no server was found or reached, 2 wrong usage,
3 the computer refused (a file could not be written, an address is taken), 70 a mistake of this program.`

/** Runs what was asked for and resolves to the exit code, whatever happens. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const debug = args.includes('--debug')
  const [name = '--help', ...rest] = args.filter((argument) => argument !== '--debug')
  try {
    if (name === '--version') {
      terminal.result(await packagedVersion())
      return EXIT.done
    }
    const asked = name === 'help' && rest[0] !== undefined ? rest[0] : name
    if (asked === '--help' || asked === '-h' || asked === 'help') {
      terminal.result(HELP)
      return EXIT.done
    }
    const command = Object.hasOwn(COMMANDS, asked) ? COMMANDS[asked] : undefined
    if (command === undefined) {
      throw new Problem(`There is no "${asked}"; "setup-plex --help" lists what there is.`, EXIT.usage)
    }
    if (name === 'help' || rest.includes('--help') || rest.includes('-h')) {
      terminal.result(command.help)
      return EXIT.done
    }
    return await command.run(rest, terminal)
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error)
    const told = error instanceof Problem ? sentence : `This is a mistake of setup-plex: ${sentence}`
    terminal.progress(debug && error instanceof Error ? (error.stack ?? told) : told)
    return error instanceof Problem ? error.exitCode : EXIT.bug
  }
}
