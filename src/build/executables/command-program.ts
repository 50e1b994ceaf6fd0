import { join } from 'node:path'
import { build } from 'vite'
import { ROOT } from '../build-page.ts'

/** The command as one file, which needs nothing beside it but what Node has. Its licences stand in it. */
export async function commandProgram(): Promise<string> {
  const built = await build({
    root: ROOT,
    configFile: join(ROOT, 'vite.command.config.ts'),
    mode: 'production',
    logLevel: 'warn',
    build: {
      write: false,
      rolldownOptions: { input: 'src/cli/setup-plex.ts', output: { codeSplitting: false } },
    },
  })
  const files = [built].flat().flatMap((result) => ('output' in result ? result.output : []))
  const [program, ...more] = files.filter((file) => file.type === 'chunk')
  if (program === undefined || more.length > 0) throw new Error('the command is not one file')
  return program.code
}
