import { parseArgs } from 'node:util'
import { writePageForServer } from './page-for-server.ts'
import { runPretendDemo } from './pretend-demo.ts'

/** The address after `--server`, null without one, or undefined when something else was asked for. */
function askedServer(): string | null | undefined {
  try {
    return parseArgs({ options: { server: { type: 'string' } } }).values.server ?? null
  } catch {
    return undefined
  }
}

async function main(): Promise<number> {
  const server = askedServer()
  if (server === undefined) {
    console.error('The only option is --server, with an address such as http://192.168.1.10:32400 after it.')
    return 1
  }
  return server === null ? runPretendDemo() : writePageForServer(server)
}

// At once: a connection that is kept alive, or a probe that nobody waits for, must not hold the program.
process.exit(await main())
