import { execFileSync } from 'node:child_process'

/** The first Debian whose own Node runs the command. */
const SUITE = 'trixie'
/** What the packages depend on, since nothing can be fetched later, and what the unit needs. */
const PACKAGES = ['nodejs', 'libatomic1', 'systemd']

const says = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8' }).trim()

/** Makes a small Debian in this folder, from wherever this computer takes its own packages. */
export function makeBaseSystem(folder: string): void {
  const script = `/usr/share/debootstrap/scripts/${SUITE}`
  const args = ['--variant=minbase', `--include=${PACKAGES.join(',')}`, SUITE, folder, mirror(), script]
  execFileSync('debootstrap', args, { stdio: ['ignore', 'ignore', 'inherit'], env: proxied() })
}

/** apt knows; a mirror of security updates alone has no whole system. */
function mirror(): string {
  const places = says('apt-get', 'indextargets', '--format', '$(RELEASE) $(SITE)', 'Created-By: Packages')
  const [whole] = places.split('\n').filter((line) => !/^\S*-(security|updates|backports)/.test(line))
  const site = whole?.split(' ')[1]
  if (site === undefined) throw new Error('apt knows no mirror; run "apt-get update" first.')
  return site
}

/** debootstrap goes its own way to the mirror: it has to be told of a proxy of apt's. */
function proxied(): NodeJS.ProcessEnv {
  const [, proxy] = /'(.*)'/.exec(says('apt-config', 'shell', 'PROXY', 'Acquire::http::Proxy')) ?? []
  return proxy === undefined || proxy === '' ? process.env : { ...process.env, http_proxy: proxy }
}
