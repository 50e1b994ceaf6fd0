import { EXIT } from '../../src/cli/problem.ts'
import { runCommand } from '../../src/cli/run-command.ts'

const NO_SUCH_OPTION = '--no-such-option'

/** What the command says against these; null where it takes them all. An option that there is not comes last: nothing is run. */
export async function complaintAbout(args: readonly string[]): Promise<string | null> {
  let said = ''
  const say = (text: string): void => void (said += text)
  const code = await runCommand([...args, NO_SUCH_OPTION], {
    result: say,
    progress: say,
    columns: () => null,
  })
  return code === EXIT.usage && said.includes(NO_SUCH_OPTION) ? null : said
}

export async function areKnown(args: readonly string[]): Promise<boolean> {
  return (await complaintAbout(args)) === null
}
