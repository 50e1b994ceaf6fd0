// Sits before one screen in one engine, inside a network of its own, and tells every minute how it is.
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { startAccount } from '../../../src/mocks/http-account.ts'
import { startHost } from '../../../src/mocks/http-host.ts'
import { filledPage } from '../../../src/stamp/write-stamp.ts'
import type { EngineName } from '../matrix/rows.ts'
import { MACHINE } from '../drivers/people.ts'
import { ACCOUNT_PORT, HOSTS, ON_LOOPBACK, PUBLIC, SERVER_ORIGIN, SERVER_PORT } from '../network/places.ts'
import { COUNTED, withCounting, type Counted } from './counting.ts'
import { LEFT_OPEN, type LeftOpenName } from './screens.ts'
import { SIT_IN } from './sit-in.ts'
import type { EngineFigures, Sitting } from './sitting.ts'

/** One minute of a page. `questions` left in it, and `heard` reached the server. */
export type Minute = EngineFigures &
  Omit<Counted, 'asked'> & { readonly minute: number; readonly questions: number; readonly heard: number }

const MINUTE_MS = 60_000
const COMES_WITHIN_MS = 60_000

const [engine = '', name = '', minutes = '', builtPage = ''] = process.argv.slice(2)
const { screens, before, onceThere } = LEFT_OPEN[name as LeftOpenName]
const folder = await mkdtemp(join(tmpdir(), 'setup-plex-soak-'))
process.on('disconnect', () => void leave())
if (!ON_LOOPBACK) {
  execFileSync('ip', ['link', 'set', 'lo', 'up'])
  for (const address of [HOSTS.server.v4, PUBLIC])
    execFileSync('ip', ['addr', 'add', `${address}/24`, 'dev', 'lo'])
}
await startAccount({ address: PUBLIC, port: ACCOUNT_PORT })
const host = await startHost({
  behaviour: 'unclaimed',
  machineIdentifier: MACHINE,
  address: HOSTS.server.v4,
  port: SERVER_PORT,
})
await before(host)
const file = join(folder, 'Setup Plex.html')
const stamp = {
  format: 1,
  server: {
    machineIdentifier: MACHINE,
    friendlyName: 'Attic NAS',
    platform: 'Linux',
    addresses: [SERVER_ORIGIN],
  },
}
await writeFile(file, withCounting(filledPage(await readFile(builtPage, 'utf8'), stamp)))
const sitting = await SIT_IN[engine as EngineName](pathToFileURL(file).href)
if (onceThere !== undefined) {
  await untilShows(sitting, ['unclaimed'])
  await onceThere(sitting)
}
await untilShows(sitting, screens)

const beganMs = performance.now()
for (let minute = 0; minute <= Number(minutes); minute += 1) {
  await pause(Math.max(0, beganMs + minute * MINUTE_MS - performance.now()))
  process.send?.(await minuteOf(minute))
}
await leave()

/** Counted since the page was opened; the difference is made by who reads them. */
async function minuteOf(minute: number): Promise<Minute> {
  const figures = await sitting.figures()
  const { asked: questions, ...counted } = await sitting.read<Counted>(COUNTED)
  return { ...figures, ...counted, minute, questions, heard: host.requests().length }
}

async function untilShows({ read }: Sitting, wanted: readonly string[]): Promise<void> {
  const deadline = performance.now() + COMES_WITHIN_MS
  for (;;) {
    // Before the page is there, nobody counts.
    const screen = await read<Counted>(COUNTED).then(
      (counted) => counted.screen,
      () => '',
    )
    if (wanted.includes(screen)) return
    if (performance.now() > deadline) throw new Error(`It shows "${screen}", and not ${wanted.join(' or ')}`)
    await pause(200)
  }
}

async function leave(): Promise<void> {
  await sitting.end().catch(() => undefined)
  await rm(folder, { recursive: true, force: true })
  process.exit()
}
