// npm run soak [-- --minutes 60 --engine chromium --screen missing]: the built page, left open. Tells every minute what it
// asks and takes, and in the end whether anything grew. docs/soak.md says what is promised.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { spawn } from 'node:child_process'
import { buildPage } from '../../../src/build/build-page.ts'
import { missingParts } from '../../../src/install/find-browser.mjs'
import { NAMESPACES, namespacesPermitted } from '../network/namespaces.ts'
import { accountOriginOn, ON_LOOPBACK } from '../network/places.ts'
import type { EngineName } from '../matrix/rows.ts'
import { LEFT_OPEN_NAMES, type LeftOpenName } from './screens.ts'
import type { Minute } from './sit.ts'
import { lineOf, tableOf, whatGrew, type Sat } from './told.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    engine: { type: 'string' },
    screen: { type: 'string' },
  },
})
/** Engines take the whole computer to come up. */
const COME_UP_AT_ONCE = 2
const TRIES = 3
const PROGRAM = fileURLToPath(new URL('sit.ts', import.meta.url))
const REPORT = fileURLToPath(new URL('report.md', import.meta.url))
const ENGINES: readonly EngineName[] = ['chromium', 'firefox', 'webkit']

const minutes = Number(values.minutes)
if (!Number.isSafeInteger(minutes) || minutes < 1) {
  process.stderr.write(`--minutes takes a whole number from 1, and not "${values.minutes}"\n`)
  process.exit(2)
}
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const missing = missingParts()
const permitted = !ON_LOOPBACK && namespacesPermitted()
const there = ENGINES.filter((engine) => engine === 'chromium' || missing[engine] === undefined)
const engines = there.filter((engine) => engine === (values.engine ?? engine))
const screens = LEFT_OPEN_NAMES.filter((screen) => screen === (values.screen ?? screen))

const folder = await mkdtemp(join(tmpdir(), 'setup-plex-soak-'))
const page = join(folder, 'page.html')
await writeFile(page, await buildPage(accountOriginOn(permitted ? 'namespaces' : 'loopback')))

/** Calls `isUp` after the first minute is told, or when it ends. */
function sit(engine: EngineName, screen: LeftOpenName, isUp: () => void): Promise<Sat> {
  const order = [PROGRAM, engine, screen, String(minutes), page]
  const [program = '', ...args] = [
    ...(permitted ? NAMESPACES : []),
    process.execPath,
    '--import',
    'tsx',
    ...order,
  ]
  const env = { ...process.env, ...(permitted ? {} : { SETUP_PLEX_LAN: 'loopback' }) }
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env })
  const told: Minute[] = []
  child.on('message', (minute: Minute) => {
    told.push(minute)
    isUp()
    say(`${engine}, ${screen}: ${lineOf(told)}`)
  })
  return new Promise((resolve) =>
    child.on('exit', () => {
      isUp()
      resolve({ engine, screen, minutes: told })
    }),
  )
}

const doors = Array.from({ length: COME_UP_AT_ONCE }, () => Promise.resolve())

/** On a busy computer an engine may not come up at first. */
async function sitDown(engine: EngineName, screen: LeftOpenName): Promise<Sat> {
  let sat: Sat = { engine, screen, minutes: [] }
  for (let tries = 0; tries < TRIES && sat.minutes.length === 0; tries += 1) {
    let isUp = (): void => undefined
    const before = doors.shift()
    doors.push(new Promise((resolve) => (isUp = resolve)))
    await before
    sat = await sit(engine, screen, isUp)
  }
  return sat
}

// Without networks of their own, all hosts would be at one address.
const sat: Sat[] = []
const orders = screens.flatMap((screen) => engines.map((engine) => () => sitDown(engine, screen)))
if (permitted) sat.push(...(await Promise.all(orders.map((begin) => begin()))))
else for (const begin of orders) sat.push(await begin())
await rm(folder, { recursive: true, force: true })

const grew = whatGrew(sat, minutes)
const report = [tableOf(sat), '', ...grew.map((sentence) => `- ${sentence}`)].join('\n')
await writeFile(REPORT, `# A page left open for ${minutes} minutes\n\n${report}\n`)
say(`\n${report}`)
process.exitCode = grew.length === 0 && sat.length > 0 ? 0 : 1
