import type { Command, Option } from 'commander'
import { bold, filled, italic, paragraphs, rendered } from './roff.ts'
import { runnableCommand } from './run-command.ts'

/** The page for `man setup-plex`, from the definitions of the command. It is the same whenever it is made. */
export function manualOf({ version, description }: { version: string; description: string }): string {
  const { program } = runnableCommand({ result: () => undefined, progress: () => undefined }, version)
  const name = program.name()
  const help = program.createHelp()
  const commands = help.visibleCommands(program)
  const { before, after } = aroundHelp(program)
  const does = before.trim().replace(`${name} `, '').replace(/\.$/, '')
  return [
    String.raw`.\" Made by the build from the definitions of the command.`,
    `.TH ${rendered(name.toUpperCase())} 1 "" "${rendered(`${name} ${version}`)}" "User Commands"`,
    '.SH NAME',
    `${rendered(name)} \\- ${rendered(does)}`,
    '.SH SYNOPSIS',
    ...commands
      .flatMap((command) => ['.br', `${bold(`${name} ${command.name()}`)} ${usageOf(command)}`])
      .slice(1),
    '.SH DESCRIPTION',
    filled(`${description}.`),
    '.SH OPTIONS',
    ...optionsIn(help.visibleOptions(program)),
    '.SH COMMANDS',
    ...commands.flatMap((command) => [
      `.SS ${rendered(command.name())}`,
      filled(command.description()),
      ...help
        .visibleArguments(command)
        .flatMap((each) => ['.TP', italic(each.name()), filled(help.argumentDescription(each))]),
      ...optionsIn(help.visibleOptions(command)),
      ...paragraphs(aroundHelp(command).after),
    ]),
    '.SH EXIT STATUS',
    ...paragraphs(after).slice(1),
    '',
  ].join('\n')
}

/** What the help says before and after its own part. */
function aroundHelp(command: Command): { readonly before: string; readonly after: string } {
  let said = ''
  command.configureOutput({ writeOut: (text) => void (said += text) }).outputHelp()
  const [before = '', after = ''] = said.split(command.helpInformation())
  return { before, after }
}

function usageOf(command: Command): string {
  return rendered(command.usage().replace(/[<>]/g, ''))
}

function optionsIn(options: readonly Option[]): readonly string[] {
  return options.flatMap(({ flags, description }) => {
    const [, forms = '', value] = /^([^<]*?) ?(?:<(.*)>)?$/.exec(flags) ?? []
    return ['.TP', `${bold(forms)}${value === undefined ? '' : ` ${italic(value)}`}`, filled(description)]
  })
}
