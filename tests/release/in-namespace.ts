// Runs in a network and with mounts of its own: here the ports that everybody knows are free, and all of it is gone when
// this ends. Its one argument says where everything is.
import { execFileSync } from 'node:child_process'
import { startHost } from '../../src/mocks/http-host.ts'
import { checkContainer } from './container-checks.ts'
import { checkDeb } from './deb-checks.ts'
import { Report } from './report.ts'

/** Where everything is that is checked. */
export type Things = {
  readonly scratch: string
  readonly base: string
  readonly unpacked: string
  readonly debs: readonly string[]
}

const LAN = '192.168.60.10'
const ip = (...args: string[]): void => void execFileSync('ip', args, { stdio: 'inherit' })
ip('link', 'set', 'lo', 'up')
ip('link', 'add', 'eth0', 'type', 'veth', 'peer', 'name', 'switch0')
ip('link', 'set', 'switch0', 'up')
ip('addr', 'add', `${LAN}/24`, 'dev', 'eth0')
ip('link', 'set', 'eth0', 'up')

const { debs, ...places } = JSON.parse(process.argv[2] ?? '') as Things
const report = new Report()
const host = await startHost({ behaviour: 'unclaimed', address: '0.0.0.0', port: 32400 })
await checkContainer(report, places, host, LAN)
for (const deb of debs) await checkDeb(report, { ...places, deb }, host)
report.notRun(
  'container: the base image that the Dockerfile names',
  'an engine and its registry; Debian with its own Node stood in for it',
)
report.notRun('container: docker build and docker compose', 'an engine')
report.notRun('launchd: the example is started', 'a Mac')
report.notRun('Task Scheduler: the example is registered', 'Windows')
await host.stop()
process.exit(report.end())
