import { parseArgs } from 'node:util'
import { makeDeb, type DebOrder } from './make-deb.ts'

const USAGE = 'npm run deb [-- --package FILE.tgz] [--executable FILE] [--out FOLDER]'

try {
  const deb = await makeDeb(orderIn(process.argv.slice(2)), process.env)
  process.stdout.write(`${deb}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

function orderIn(args: string[]): DebOrder {
  const options = {
    package: { type: 'string' },
    executable: { type: 'string' },
    out: { type: 'string' },
  } as const
  try {
    return parseArgs({ args, options }).values
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error })
  }
}
