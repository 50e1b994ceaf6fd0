import { spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort, isTaken } from './free-port.ts'

/** Real programs in front of a server, in the words that they came with. Origins of this computer. */
export type Proxies = {
  /** nginx before the server, which also gives the page away at `/setup/`. */
  readonly nginx: string
  /** nginx that wants a name and a password, and one that sends people to a page to log in. */
  readonly password: string
  readonly logIn: string
  /** nginx that has never heard of the server. */
  readonly unknown: string
  /** haproxy before the server, which it asks from time to time whether it is well. */
  readonly haproxy: string
  readonly end: () => Promise<void>
}

/** Nothing of this tells anybody that they may read it: a page from elsewhere sees the difference only `always` makes. */
const READABLE = "add_header Access-Control-Allow-Origin '*' always;"

function nginxConfig(folder: string, ports: readonly number[], behind: number): string {
  const [front, password, logIn, unknown] = ports
  return `
daemon off;
pid ${folder}/nginx.pid;
error_log stderr emerg;
events {}
http {
  access_log off;
  types { text/html html; }
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${front};
    location /setup/ { root ${folder}/www; }
    location / { proxy_pass http://127.0.0.1:${behind}; }
  }
  server {
    listen 127.0.0.1:${password};
    auth_basic "home"; auth_basic_user_file ${folder}/users; ${READABLE}
  }
  server { listen 127.0.0.1:${logIn}; location / { return 302 https://auth.example.test/; } ${READABLE} }
  server { listen 127.0.0.1:${unknown}; root ${folder}/nothing; ${READABLE} }
}`
}

function haproxyConfig(port: number, behind: number): string {
  return `
defaults
  mode http
  timeout connect 1s
  timeout client 5s
  timeout server 5s
frontend front
  bind 127.0.0.1:${port}
  http-after-response set-header Access-Control-Allow-Origin '*'
  default_backend server
backend server
  server one 127.0.0.1:${behind} check inter 200 fall 1 rise 1
`
}

/** In front of this port; `page` is what nginx gives away. */
export async function startProxies(behind: number, page: string): Promise<Proxies> {
  const folder = await mkdtemp(join(tmpdir(), 'setup-plex-proxies-'))
  await chmod(folder, 0o755)
  await mkdir(join(folder, 'www/setup'), { recursive: true })
  await mkdir(join(folder, 'nothing'))
  await writeFile(join(folder, 'www/setup/index.html'), page)
  await writeFile(join(folder, 'users'), '')
  const ports: number[] = []
  while (ports.length < 5) ports.push(await freePort())
  const files = { nginx: join(folder, 'nginx.conf'), haproxy: join(folder, 'haproxy.cfg') }
  const [nginx = 0, password = 0, logIn = 0, unknown = 0, haproxy = 0] = ports
  await writeFile(files.nginx, nginxConfig(folder, ports, behind))
  await writeFile(files.haproxy, haproxyConfig(haproxy, behind))
  const children = [
    spawn('nginx', ['-c', files.nginx, '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'inherit'] }),
    spawn('haproxy', ['-db', '-f', files.haproxy], { stdio: 'ignore' }),
  ]
  const gone = children.map((child) => new Promise((resolve) => child.once('exit', resolve)))
  for (const port of ports) {
    for (let times = 0; times < 50 && !(await isTaken(port)); times += 1) await pause(100)
  }
  const at = (port: number): string => `http://127.0.0.1:${port}`
  return {
    nginx: at(nginx),
    password: at(password),
    logIn: at(logIn),
    unknown: at(unknown),
    haproxy: at(haproxy),
    end: async () => {
      for (const child of children) child.kill('SIGTERM')
      await Promise.all(gone)
      await rm(folder, { recursive: true, force: true })
    },
  }
}
