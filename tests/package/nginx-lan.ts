// Runs in a network namespace of its own: `setup-plex serve` behind nginx, set up as docs/command.md prints it, with somebody
// at home and somebody outside. Prints what each of them got, a line of JSON each.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHost } from '../../src/mocks/http-host.ts'
import type { NginxCase, NginxLine } from './nginx-places.ts'
import { CODE, HOME, NGINX, OUTSIDE } from './nginx-places.ts'

const [program = '', cases = '[]'] = process.argv.slice(2)
const ip = (...args: string[]): void => void execFileSync('ip', args, { stdio: 'inherit' })
ip('link', 'set', 'lo', 'up')
for (const address of [`${NGINX}/24`, `${HOME}/24`, `${OUTSIDE}/32`]) ip('addr', 'add', address, 'dev', 'lo')

const folder = mkdtempSync(join(tmpdir(), 'nginx-lan-'))
chmodSync(folder, 0o755)
const [access, error] = ['access.log', 'error.log'].map((name) => join(folder, name)) as [string, string]

/** What surrounds the text of the document: a whole nginx that logs everything. */
const config = (servers: string): string => `
daemon off;
pid ${folder}/nginx.pid;
error_log ${error} info;
events {}
http {
  access_log ${access};
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  ${servers}
}`

function ask(from: string, name: string, path: string, headers: Readonly<Record<string, string>>) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const method = path.includes('token=') ? 'POST' : 'GET'
    const asking = request(
      { host: NGINX, port: 80, localAddress: from, method, path, headers: { Host: name, ...headers } },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      },
    )
    asking.on('error', reject)
    asking.end()
  })
}

for (const { what, servers, name, page, more = [] } of JSON.parse(cases) as readonly NginxCase[]) {
  const host = await startHost({
    behaviour: 'unclaimed',
    port: 32400,
    times: { exchangeMs: 60_000, claimReplyMs: 20 },
  })
  let told = ''
  const serve = spawn(program, ['serve', '--host', name, ...more], { stdio: ['ignore', 'pipe', 'pipe'] })
  serve.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()))
  serve.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()))
  writeFileSync(join(folder, 'nginx.conf'), config(servers))
  const nginx = spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-e', error], { stdio: 'inherit' })
  for (
    let times = 0;
    times < 100 &&
    !(await ask(HOME, name, page, {}).then(
      ({ status }) => status === 200,
      () => false,
    ));
    times += 1
  ) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const own = { Origin: `http://${name}` }
  const claim = `/myplex/claim?token=${CODE}`
  const got: Record<string, number> = {}
  const asked: readonly (readonly [
    who: string,
    from: string,
    path: string,
    headers: Readonly<Record<string, string>>,
  ])[] = [
    ['home: page', HOME, page, {}],
    ['home: identity', HOME, '/identity', {}],
    ['home: code', HOME, claim, own],
    ['home: code, from another page', HOME, claim, { Origin: 'http://evil.example' }],
    ['outside: page', OUTSIDE, page, {}],
    ['outside: identity', OUTSIDE, '/identity', {}],
    ['outside: code', OUTSIDE, claim, own],
    ['outside: code, says it is at home', OUTSIDE, claim, { ...own, 'X-Forwarded-For': HOME }],
    ['outside: code, says so twice', OUTSIDE, claim, { ...own, 'X-Forwarded-For': HOME, 'X-Real-IP': HOME }],
  ]
  for (const [who, from, path, headers] of asked) got[who] = (await ask(from, name, path, headers)).status
  await host.stop()
  // What fails is logged in other places.
  got['home: code, nobody there'] = (await ask(HOME, name, claim, own)).status
  await ended(serve)
  got['home: code, serve is gone'] = (await ask(HOME, name, claim, own)).status
  await ended(nginx)
  const logs = [access, error].map((file) => readFileSync(file, 'utf8')).join('')
  for (const file of [access, error]) rmSync(file)
  const line: NginxLine = {
    what,
    got,
    told,
    codesInLogs: logs.split(CODE).length - 1,
    lines: logs.split('\n').length,
  }
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
rmSync(folder, { recursive: true })
process.exit(0)

async function ended(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}
