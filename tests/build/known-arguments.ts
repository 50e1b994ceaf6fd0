import { EXIT } from '../../src/cli/problem.ts'
import { runCommand } from '../../src/cli/run-command.ts'

const NO_SUCH_OPTION = '--no-such-option'

/** Does the command take all of these? An option that there is not comes last, so that nothing is run. */
export async function areKnown(args: readonly string[]): Promise<boolean> {
  let said = ''
  const say = (text: string): void => void (said += text)
  const code = await runCommand([...args, NO_SUCH_OPTION], {
    result: say,
    progress: say,
    columns: () => null,
  })
  return code === EXIT.usage && said.includes(NO_SUCH_OPTION)
}
