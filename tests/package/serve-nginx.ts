import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort, isTaken } from '../browser/network/free-port.ts'

export type Proxy = { readonly port: number; readonly end: () => Promise<void> }

/** Other ways to put it in front than those that docs tell: connections that are kept, and one that says little. */
function configFor(folder: string, port: number, behind: number): string {
  return `
daemon off;
pid ${folder}/nginx.pid;
error_log stderr crit;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  upstream setup { server 127.0.0.1:${behind}; keepalive 4; }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://setup;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    }
    location /simple/ {
      proxy_pass http://127.0.0.1:${behind}/;
      proxy_set_header Host $host;
    }
  }
}`
}

/** A real nginx in front of this port. */
export async function startProxy(behind: number): Promise<Proxy> {
  const folder = await mkdtemp(join(tmpdir(), 'setup-plex-nginx-'))
  await chmod(folder, 0o755)
  const port = await freePort()
  const config = join(folder, 'nginx.conf')
  await writeFile(config, configFor(folder, port, behind))
  const child = spawn('nginx', ['-c', config, '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'inherit'] })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  for (let times = 0; times < 50 && !(await isTaken(port)); times += 1) await pause(100)
  return {
    port,
    end: async () => {
      child.kill('SIGTERM')
      await gone
      await rm(folder, { recursive: true, force: true })
    },
  }
}
