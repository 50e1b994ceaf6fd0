#!/usr/bin/env node
import { runCommand } from './run-command.ts'
import { TERMINAL } from './terminal.ts'

const code = await runCommand(process.argv.slice(2), TERMINAL)
// When everything is said: a connection that is kept alive, or a question that nobody waits for, must not hold it.
process.stdout.write('', () => process.exit(code))
