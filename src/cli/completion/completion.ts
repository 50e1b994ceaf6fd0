import { Argument, type Command } from 'commander'
import { defined } from '../options.ts'
import { EXIT, Problem } from '../problem.ts'
import { bashCompletion } from './bash.ts'
import { completableIn, type Completable } from './completable.ts'
import { fishCompletion } from './fish.ts'
import { zshCompletion } from './zsh.ts'

const PRINTERS = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
} as const satisfies Readonly<Record<string, (commands: readonly Completable[]) => string>>
const SHELLS = Object.keys(PRINTERS)

export type Shell = keyof typeof PRINTERS

export function completionCommand(): Command {
  const command = defined({
    name: 'completion',
    summary: 'prints what makes bash, zsh or fish complete this command',
    description: 'Prints what makes a shell complete the commands and options of setup-plex at the Tab key.',
    options: [],
    after: `In ~/.bashrc, this line does it: eval "$(setup-plex completion bash)"
In ~/.zshrc, after compinit: eval "$(setup-plex completion zsh)"
In ~/.config/fish/config.fish: setup-plex completion fish | source
Exit codes: 0 done, 2 wrong usage.`,
  })
  const shell = new Argument('<SHELL>', 'the shell').choices(SHELLS)
  return command.addArgument(shell.argParser(shellGiven))
}

/** What this shell reads to complete the program. */
export function completionFor(shell: Shell, program: Command): string {
  return PRINTERS[shell](completableIn(program))
}

function shellGiven(text: string): Shell {
  if (Object.hasOwn(PRINTERS, text)) return text as Shell
  throw new Problem(`completion takes ${SHELLS.join(', ')}; "${text}" is none of them.`, EXIT.usage)
}
