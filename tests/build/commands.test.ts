import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { doctorCommand } from '../../src/cli/doctor/doctor.ts'
import { findCommand } from '../../src/cli/find/find.ts'
import { serveCommand } from '../../src/cli/serve/serve.ts'
import { writeCommand } from '../../src/cli/write/write.ts'
import { commandLines, wordsOf } from './command-lines.ts'
import { NO_COMMANDS, RUN_ELSEWHERE } from './commands-elsewhere.ts'
import { complaintAbout } from './known-arguments.ts'
import { DOCUMENTS, blocksOf, filesIn, textOf } from './documents.ts'

const { scripts } = JSON.parse(textOf('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>
}
const LINES = commandLines(Object.keys(NO_COMMANDS))
const NO_SUCH_OPTION = '--no-such-option'
const COMMANDS = [findCommand(), writeCommand(), serveCommand(), doctorCommand()]

/** What a program says, and how it ends; it is stopped where it does not end by itself. */
function ending(program: string, args: readonly string[]): Promise<{ failed: boolean; said: string }> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: 50_000 }, (error, stdout, stderr) => {
      resolve({ failed: error !== null, said: stdout + stderr })
    })
  })
}

/** What is wrong with this command, by the program's own word; null where nothing is. */
async function faultIn(line: string): Promise<string | null> {
  if (line in RUN_ELSEWHERE) return null
  const [program = '', ...args] = wordsOf(line)
  switch (program) {
    case 'sudo':
      return args[0] === '-u'
        ? faultIn(line.replace(/^sudo -u \w+ /, ''))
        : 'no program that these documents know'
    case 'setup-plex':
      return faultInSetupPlex(args)
    case 'npm':
      return args[0] === 'run' ? faultInScript(args.slice(1)) : 'no command of npm that these documents know'
    case 'npx':
      return args[0] === 'vitest' ? faultInVitest(args.slice(1)) : faultByHelp(args)
    default:
      return 'no program that these documents know'
  }
}

async function faultInSetupPlex(args: readonly string[]): Promise<string | null> {
  const complaint = await complaintAbout(args)
  if (complaint !== null) return complaint
  const [name = '', ...rest] = args
  const { operands = [] } = COMMANDS.find((command) => command.name() === name)?.parseOptions([...rest]) ?? {}
  return operands.length === 0 ? null : `takes nothing like ${operands.join(', ')}`
}

async function faultInScript([name = '', dashes, ...args]: readonly string[]): Promise<string | null> {
  const script = scripts[name]
  if (script === undefined) return 'no script of package.json'
  if (dashes === undefined) return null
  if (dashes !== '--') return 'needs a -- before its options'
  // npm puts them behind the last of several commands.
  const [program = '', file = ''] = wordsOf(script.split(' && ').at(-1) ?? '')
  if (program !== 'tsx' && program !== 'node') return faultByHelp([program, ...args])
  const loader = program === 'tsx' ? ['--import', 'tsx'] : []
  const { failed, said } = await ending(process.execPath, [...loader, file, ...args, NO_SUCH_OPTION])
  return failed && said.includes(NO_SUCH_OPTION) ? null : said
}

async function faultByHelp([program = '', ...args]: readonly string[]): Promise<string | null> {
  const binary = `node_modules/.bin/${program}`
  if (!existsSync(binary)) return 'no program that this project installs'
  const commands = args.filter((arg) => !arg.startsWith('-'))
  const { said } = await ending(binary, [...commands, '--help'])
  const unknown = args.filter((arg) => arg.startsWith('-') && !said.includes(arg))
  return unknown.length === 0 ? null : `does not know ${unknown.join(', ')}`
}

function faultInVitest([run, flag, project = '', ...paths]: readonly string[]): string | null {
  if (run !== 'run' || flag !== '--project') return 'is not how one test is run here'
  if (!(project in scripts)) return `no part called ${project}`
  const lost = paths.filter((path) => !existsSync(path))
  return lost.length === 0 ? null : `does not find ${lost.join(', ')}`
}

describe('a command that a document names', () => {
  const known = [...new Set(LINES.map(({ line }) => line))]
  it.concurrent.each(known)('works: %s', async (line) => {
    const documents = LINES.filter((each) => each.line === line).map(({ document }) => document)
    expect(await faultIn(line), `in ${documents.join(', ')}`).toBeNull()
  })
})

it('is noticed when it is wrong', async () => {
  const wrong = [
    'npm run tests',
    'npm run matrix -- --browser webkit',
    'npm run bench:search -- --times',
    'npm run format -- --mend',
    'npm run i18n -- state',
    'npm run check -- --quick',
    'npm publish',
    'npx lingui extract --tidy',
    'npx vitest run --project units',
    'npx vitest run --project unit tests/lib/nothing.test.ts',
    'npx no-such-program',
    'setup-plex claim',
    'setup-plex find --fast',
    'setup-plex write --watch now',
    'sudo -u plex setup-plex write --everything',
    'brew install setup-plex',
  ]
  for (const line of wrong) expect(await faultIn(line), line).not.toBeNull()
})

it.each([...Object.entries(RUN_ELSEWHERE), ...Object.entries(NO_COMMANDS)])(
  '%s: is known elsewhere',
  (line, [file, words]) => {
    expect(textOf(file)).toContain(words)
    const shown = DOCUMENTS.flatMap((document) =>
      blocksOf(textOf(document)).map(({ lines: [first = ''] }) => first),
    )
    expect([...shown, ...LINES.map((each) => each.line)]).toContain(line)
  },
)

it('documents tell of every script', () => {
  const told = LINES.map(({ line }) => /^npm (?:run )?([\w:]+)/.exec(line)?.[1])
  // What npm runs by itself.
  const untold = Object.keys(scripts).filter((name) => name !== 'prepack' && !told.includes(name))
  expect(untold).toEqual([])
})

it('scripts run only files that there are', () => {
  const files = Object.values(scripts).flatMap((script) =>
    [...script.matchAll(/\b(?:node|tsx) (\S+)/g)].map(([, file = '']) => file),
  )
  expect(files.length).toBeGreaterThan(5)
  expect(files.filter((file) => !filesIn('src').includes(file) && !filesIn('tests').includes(file))).toEqual(
    [],
  )
})
