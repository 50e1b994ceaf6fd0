// npm run test:taken -- [--dumb] npm test: runs a command while strangers listen at the usual ports, as on the computer
// of somebody who has a media server; with --dumb they accept every connection and never say a word.
import { spawn } from 'node:child_process'
import { strangersAtUsualPorts } from './strangers.ts'

const given = process.argv.slice(2)
const areDumb = given[0] === '--dumb'
const [program, ...args] = areDumb ? given.slice(1) : given
if (program === undefined) {
  console.error('Say which command to run, for example: npm run test:taken -- npm test')
  process.exit(2)
}

await strangersAtUsualPorts(areDumb ? 'dumb' : 'server')
// Ctrl-C reaches the command as well, and its end is this one's.
process.on('SIGINT', () => undefined)
const child = spawn(program, args, { stdio: 'inherit', shell: process.platform === 'win32' })
child.on('error', (error) => {
  console.error(`${program} could not be started: ${error.message}`)
  process.exit(127)
})
child.on('exit', (code) => process.exit(code ?? 1))
