import { spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { HOSTS, WEB_PORT } from './places.ts'

/** A real nginx in front of the page, as people put one in front of everything. */
export interface Nginx {
  /** Serves this page under `/media/setup/`, and inside a frame at `/frame/`. */
  page(html: string): Promise<void>
  end(): void
}

/** Headers of a careful administrator. The policy repeats the page's own and adds what only a header can say. */
function configFor(folder: string, policy: string): string {
  const careful = `
      add_header Content-Security-Policy "${policy}; frame-ancestors 'self'" always;
      add_header X-Content-Type-Options nosniff always;
      add_header Referrer-Policy no-referrer always;`
  return `
daemon off;
pid ${folder}/nginx.pid;
error_log stderr crit;
events {}
http {
  access_log off;
  types { text/html html; }
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  server {
    listen ${HOSTS.web.v4}:${WEB_PORT};
    root "${folder}/www";
    location /media/setup/ { ${careful} }
    location /frame/ { }
    location /pop-up/ { }
    # A sandboxed page has an origin of its own and no storage: what a browser does that denies it.
    location /sandbox/ {
      alias "${folder}/www/media/setup/";
      add_header Content-Security-Policy "sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox" always;
    }
  }
}`
}

export async function startNginx(inside: readonly string[]): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), 'setup-plex-nginx-'))
  await chmod(folder, 0o755)
  const site = join(folder, 'www/media/setup')
  await mkdir(site, { recursive: true })
  await mkdir(join(folder, 'www/frame'), { recursive: true })
  await writeFile(
    join(folder, 'www/frame/index.html'),
    '<!doctype html><title>Frame</title><iframe src="/media/setup/" width="700" height="700"></iframe>',
  )
  await mkdir(join(folder, 'www/pop-up'), { recursive: true })
  await writeFile(
    join(folder, 'www/pop-up/index.html'),
    `<!doctype html><title>Waiting</title><script>
      setTimeout(() => { document.title = window.open('about:blank') === null ? 'Blocked' : 'Opened' }, 500)
    </script>`,
  )
  let stop = (): void => undefined
  const start = async (policy: string): Promise<void> => {
    const config = join(folder, 'nginx.conf')
    await writeFile(config, configFor(folder, policy))
    const [program, ...args] = [...inside, 'nginx', '-c', config, '-e', 'stderr']
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    stop = () => void child.kill('SIGTERM')
    await pause(300)
  }
  let policyNow = ''
  return {
    page: async (html) => {
      await writeFile(join(site, 'index.html'), html)
      const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
      if (policy === policyNow) return
      policyNow = policy
      stop()
      await pause(200)
      await start(policy)
    },
    end: () => stop(),
  }
}
