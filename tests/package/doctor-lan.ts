// Runs in network and mount namespaces of its own: a server's computer in a home network, and an account service that
// answers under the real one's name, which leads nowhere else here. Prints what came of each run of the command, a line
// of JSON each.
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer as createSecureServer, type TlsOptions } from 'node:tls'
import { startHost } from '../../src/mocks/http-host.ts'
import { certificatesIn, type Certificates } from './doctor-certificates.ts'
import {
  ACCOUNT,
  CASES,
  COMPUTER,
  NOBODY,
  SERVER_USER,
  type DoctorCase,
  type DoctorRun,
  type PretendAccount,
} from './doctor-places.ts'

const [program = ''] = process.argv.slice(2)
const run = (command: string, ...args: string[]): void =>
  void execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
const ip = (...args: string[]): void => run('ip', ...args)
ip('link', 'set', 'lo', 'up')
ip('link', 'add', 'eth0', 'type', 'veth', 'peer', 'name', 'switch0')
for (const device of ['eth0', 'switch0']) ip('link', 'set', device, 'up')
ip('addr', 'add', `${COMPUTER}/24`, 'dev', 'eth0')
for (const address of [ACCOUNT, NOBODY]) ip('addr', 'add', `${address}/32`, 'dev', 'lo')

const top = mkdtempSync(join(tmpdir(), 'doctor-'))
chmodSync(top, 0o755)
const [hosts, names] = ['hosts', 'resolv.conf'].map((name) => join(top, name)) as [string, string]
for (const file of [hosts, names]) writeFileSync(file, '')
run('mount', '--bind', hosts, '/etc/hosts')
// Nobody is there.
writeFileSync(names, `nameserver ${NOBODY}\noptions timeout:1 attempts:1\n`)
run('mount', '--bind', names, '/etc/resolv.conf')
const certificates = certificatesIn(top)
const folder = join(top, 'Application Support', 'Plex Media Server')

/** Answers `HEAD /` with the time, and keeps what it was asked. */
function startAccount(
  pretend: PretendAccount,
): Promise<{ readonly asked: () => string; readonly server: Server }> {
  let asked = ''
  const aheadMs = pretend === 'plain' ? 0 : (pretend.aheadMs ?? 0)
  const answer = (): string =>
    `HTTP/1.1 302 Found\r\nDate: ${new Date(Date.now() + aheadMs).toUTCString()}\r\nConnection: close\r\n\r\n`
  const hear = (socket: NodeJS.ReadWriteStream): void => {
    socket.on('error', () => undefined)
    socket.on('data', (chunk: Buffer) => {
      asked += chunk.toString('latin1')
      socket.end(pretend === 'plain' ? 'SSH-2.0-OpenSSH_9.2\r\n' : answer())
    })
  }
  const server =
    pretend === 'plain' ? createServer(hear) : createSecureServer(optionsFor(pretend, certificates), hear)
  return new Promise((resolve) => {
    server.listen(443, ACCOUNT, () => {
      resolve({ asked: () => asked, server })
    })
  })
}

function optionsFor({ certificate }: Exclude<PretendAccount, 'plain'>, all: Certificates): TlsOptions {
  return all[certificate]
}

const written = new Map<string, string>()

/** The page that the command writes with these options. */
async function pageBy(options: readonly string[]): Promise<string> {
  const known = written.get(options.join(' '))
  if (known !== undefined) return known
  const file = join(top, 'written.html')
  const writer = await startHost({ behaviour: 'unclaimed', address: '0.0.0.0', port: 32400 })
  await ended('write', '--out', file, ...options)
  await writer.stop()
  const text = readFileSync(file, 'utf8')
  written.set(options.join(' '), text)
  return text
}

async function doctor(each: DoctorCase): Promise<void> {
  const { what, server, page = [], name = ACCOUNT, account = { certificate: 'right' }, as = 'json' } = each
  writeFileSync(hosts, `127.0.0.1 localhost\n${name === null ? '' : `${name} plex.tv\n`}`)
  rmSync(join(top, 'Application Support'), { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  chownSync(folder, SERVER_USER, SERVER_USER)
  const place = { port: 32400, address: each.listensAt ?? '0.0.0.0' }
  if (page !== null) writeFileSync(join(folder, 'Setup Plex.html'), await pageBy(page), { mode: 0o600 })
  if (each.folder === 'no-rights') chmodSync(folder, 0o555)
  if (each.folder === 'read-only') {
    run('mount', '--bind', folder, folder)
    run('mount', '-o', 'remount,bind,ro', folder)
  }
  const host = server === null ? null : await startHost({ behaviour: server, ...place })
  const service = await startAccount(account)
  const startedMs = performance.now()
  const come = await ended('doctor', ...(as === 'text' ? [] : [`--${as}`]))
  const tookMs = performance.now() - startedMs
  await host?.stop()
  service.server.close()
  if (each.folder === 'read-only') run('umount', folder)
  const line: DoctorRun = { what, ...come, tookMs, asked: service.asked() }
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

/** Runs the command to its end; the server's data is where its surroundings say. */
function ended(...args: readonly string[]): Promise<Pick<DoctorRun, 'code' | 'said' | 'progress'>> {
  const env = {
    PATH: process.env['PATH'] ?? '',
    NODE_EXTRA_CA_CERTS: certificates.authority,
    PLEX_MEDIA_SERVER_APPLICATION_SUPPORT_DIR: join(top, 'Application Support'),
  }
  const child = spawn(program, [...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let [said, progress] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (progress += chunk.toString()))
  return new Promise((resolve) => {
    child.once('close', (code) => {
      resolve({ code, said, progress })
    })
  })
}

for (const each of CASES) await doctor(each)
rmSync(top, { recursive: true })
process.exit(0)
