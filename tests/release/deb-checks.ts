import { deepStrictEqual, equal, match, notEqual, ok } from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { PretendHost } from '../../src/mocks/http-host.ts'
import { commandLines } from '../build/command-lines.ts'
import { enclosed, says } from './enclosed.ts'
import type { Report } from './report.ts'
import { pageAt, stampIn } from './served.ts'
import { until } from './until.ts'

type Places = {
  readonly base: string
  readonly deb: string
  readonly scratch: string
}

const has = (program: string): boolean => spawnSync('which', [program]).status === 0

const PAGE = 'http://127.0.0.1:32480'
const DATA = 'var/lib/plexmediaserver/Library/Application Support/Plex Media Server'
/** What the system itself notes about every package that it ever had, and what is gone when it starts anew. */
const NOTES = /^(var\/lib\/(dpkg|apt|systemd\/deb-systemd-helper-\w+)|var\/log|var\/cache|run|root|tmp)(\/|$)/
/** That no bug of Debian's asked for the package is no fault of it. */
const NO_FAULT = /initial-upload-closes-no-bugs/

/** As the document tells people to type it; root needs no leave. */
function typed(start: string): readonly string[] {
  const line = commandLines([]).find(
    (each) => each.document === 'docs/debian.md' && each.line.startsWith(start),
  )
  if (line === undefined) throw new Error(`docs/debian.md no longer says "${start} …"`)
  return [
    'sh',
    '-c',
    `cd /root && ${line.line.replace(/^sudo -u (\w+) /, 'runuser -u $1 -- ').replace(/^sudo /, '')}`,
  ]
}

/** The package, from its making to its being purged, in a Debian of its own. */
export async function checkDeb(
  report: Report,
  { base, deb, scratch }: Places,
  host: PretendHost,
): Promise<void> {
  const field = (name: string): string =>
    execFileSync('dpkg-deb', ['--field', deb, name], { encoding: 'utf8' }).trim()
  const kind = `deb ${field('Architecture')}`
  const root = join(scratch, `debian-${field('Architecture')}`)
  const system = { root }
  execFileSync('cp', ['-a', base, root])
  copyFileSync(deb, join(root, 'root', basename(deb)))
  const carriesNode = !field('Depends').includes('nodejs')
  if (carriesNode) await says(system, 'apt-get', 'purge', '--yes', 'nodejs')
  // As the server's own package leaves it behind.
  await says(system, 'useradd', '--system', '--home-dir', '/var/lib/plexmediaserver', '--create-home', 'plex')
  await says(system, 'runuser', '-u', 'plex', '--', 'mkdir', '-p', `/${DATA}`)
  // There is nobody to ask.
  writeFileSync(join(root, 'etc/apt/apt.conf.d/yes'), 'APT::Get::Assume-Yes "true";\n')
  const before = filesOf(root)

  if (carriesNode) {
    // What it says of a program that is Node's, nobody here can mend.
    report.notRun(`${kind}: lintian finds nothing`, 'a program of our own')
  } else await checkWithLintian(report, kind, deb)
  await report.check(`${kind}: is installed as docs/debian.md says, and enables nothing`, async () => {
    await says(system, ...typed('sudo apt install'))
    equal(await says(system, 'dpkg-query', '-W', '-f', '${db:Status-Abbrev}', 'setup-plex'), 'ii')
    equal((await enclosed(system, ['systemctl', 'is-enabled', 'setup-plex']).ended).said.trim(), 'disabled')
  })

  await report.check(`${kind}: setup-plex --version`, async () => {
    equal(
      await says(system, ...typed('setup-plex --version')),
      field('Version').replace('~', '-').replace(/-1$/, ''),
    )
  })

  await report.check(`${kind}: its manual page is where man looks`, async () => {
    ok((await says(system, 'zcat', '/usr/share/man/man1/setup-plex.1.gz')).includes('.SH COMMANDS'))
  })

  await report.check(`${kind}: setup-plex write, as the server's user`, async () => {
    await says(system, ...typed('sudo -u plex setup-plex write'))
    const file = join(root, DATA, 'Setup Plex.html')
    equal(stampIn(readFileSync(file, 'utf8')).machineIdentifier, host.machineIdentifier())
    equal(statSync(file).mode & 0o777, 0o600)
    await says(system, 'rm', `/${DATA}/Setup Plex.html`)
  })

  await report.check(`${kind}: setup-plex serve`, async () => {
    const serving = enclosed(system, ['setup-plex', 'serve'])
    try {
      await until('the page is served', async () => (await pageAt(PAGE)) !== null)
      const { machineIdentifier } = stampIn((await pageAt(PAGE)) ?? '')
      equal(machineIdentifier, host.machineIdentifier())
      equal(await says(system, ...typed('setup-plex serve --check')), `The page is served at ${PAGE}/`)
      serving.interrupt()
      equal((await serving.ended).code, 0)
    } finally {
      serving.kill()
    }
  })

  await report.check(`${kind}: systemd understands the unit, and finds what it starts`, async () => {
    equal(await says(system, 'systemd-analyze', 'verify', 'setup-plex.service'), '')
    const starts = await says(system, 'grep', '^ExecStart=', '/usr/lib/systemd/system/setup-plex.service')
    ok((await says(system, ...starts.replace('ExecStart=', '').split(' '), '--help')).includes('--watch'))
  })

  await report.check(`${kind}: what is enabled stays so when it is installed anew`, async () => {
    await says(system, 'systemctl', 'enable', 'setup-plex')
    await says(system, 'dpkg', '--install', `/root/${basename(deb)}`)
    equal(await says(system, 'systemctl', 'is-enabled', 'setup-plex'), 'enabled')
  })

  await report.check(`${kind}: removed, the program is gone`, async () => {
    await says(system, ...typed('sudo apt remove'))
    notEqual((await enclosed(system, ['setup-plex', '--version']).ended).code, 0)
    equal(existsSync(join(root, 'usr/lib/systemd/system/setup-plex.service')), false)
  })

  await report.check(`${kind}: a unit that was enabled is so again when the package comes back`, async () => {
    await says(system, ...typed('sudo apt install'))
    equal(await says(system, 'systemctl', 'is-enabled', 'setup-plex'), 'enabled')
  })

  await report.check(`${kind}: purged, nothing is left`, async () => {
    await says(system, ...typed('sudo apt purge'))
    match(await says(system, 'dpkg-query', '-W', '-f', '${Package}\\n'), /^((?!setup-plex).)*$/s)
    deepStrictEqual(filesOf(root), before)
  })

  report.notRun(`${kind}: the unit, started by systemd`, 'a system that systemd has started')
}

async function checkWithLintian(report: Report, kind: string, deb: string): Promise<void> {
  const name = `${kind}: lintian finds nothing`
  if (!has('lintian')) return report.notRun(name, 'lintian')
  const { stdout } = spawnSync('lintian', ['--allow-root', '--fail-on', 'none', deb], { encoding: 'utf8' })
  const faults = stdout.split('\n').filter((line) => /^[EW]: /.test(line) && !NO_FAULT.test(line))
  await report.check(name, () => deepStrictEqual(faults, []))
}

/** Every file, with its kind and rights and where links lead. */
function filesOf(root: string): readonly string[] {
  const found = execFileSync('find', [root, '-xdev', '-printf', '%P %y %m %l\\n'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  return found
    .split('\n')
    .filter((line) => !NOTES.test(line))
    .sort()
}
