import { spawnSync } from 'node:child_process'
import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser, missingParts } from './find-browser.mjs'
import { reasonToInstall } from './install-state.mjs'
import { withoutServices } from './no-services.mjs'
import { planFor } from './programs.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const LOCK = join(ROOT, 'package-lock.json')
const MODULES = join(ROOT, 'node_modules')
const INSTALLED = join(MODULES, '.package-lock.json')
// By this Node: root's PATH may not have it.
const INSTALL_PROGRAMS = [process.execPath, join(ROOT, 'src/install/ensure-installed.mjs'), 'programs']

/** On a build machine nobody can answer a question. */
const NOBODY_THERE = ['ignore', 'inherit', 'inherit']

/** Null when the file is missing or no JSON. */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** True when the command ran and succeeded. `npm` is a batch file on Windows and needs a shell there. */
function run(command, args, options = {}) {
  const shell = process.platform === 'win32'
  return spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', shell, ...options }).status === 0
}

function giveUp(sentence) {
  console.error(sentence)
  process.exit(1)
}

/**
 * Runs `npm ci` where what is installed is not what the lock file asks for. Ends the program where that fails, or where it
 * would empty a folder that others use as well.
 */
export function ensurePackages() {
  const reason = reasonToInstall({ lock: readLock(LOCK), installed: readLock(INSTALLED) })
  if (reason === null) return
  if (lstatSync(MODULES, { throwIfNoEntry: false })?.isSymbolicLink()) {
    giveUp(
      `The packages have to be installed (${reason}), and node_modules is a link: install them where it leads, or remove it.`,
    )
  }
  console.log(`Installing the packages first (${reason}).`)
  if (!run('npm', ['ci', '--include=dev'])) giveUp('The packages could not be installed; npm says why above.')
}

function missingPrograms() {
  return { ...(findBrowser() === null ? { chromium: ['chromium'] } : {}), ...missingParts() }
}

function aptGet(...args) {
  return run('env', ['DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args])
}

/** As root. Nothing is started, neither now nor when the computer starts. */
function installAsRoot(packages) {
  const installed = withoutServices(
    () => aptGet('update') && aptGet('install', '-y', '--no-install-recommends', ...packages),
  )
  const services = [
    ['nginx-light', 'nginx'],
    ['haproxy', 'haproxy'],
  ].flatMap(([name, service]) => (packages.includes(name) ? service : []))
  return installed && services.every((service) => run('update-rc.d', [service, 'disable']))
}

/** Says which programs are missing and installs them, or says how to; goes on with what is there. */
export function ensurePrograms() {
  const plan = planFor({
    missing: missingPrograms(),
    isRoot: process.getuid?.() === 0,
    isCi: Boolean(process.env.CI),
    hasAptGet: process.platform === 'linux' && run('apt-get', ['--version'], { stdio: 'ignore' }),
    command: INSTALL_PROGRAMS.map((word) => `'${word}'`).join(' '),
  })
  if (plan.kind === 'nothing') return
  for (const line of plan.lines) console.log(line)
  if (plan.kind === 'tell') return
  const done =
    plan.as === 'root' ? installAsRoot(plan.packages) : run('sudo', INSTALL_PROGRAMS, { stdio: NOBODY_THERE })
  if (!done) console.log('That did not work, as apt-get says above: the tests go on with what is there.')
}

/**
 * Ends the program with one sentence where there is no Chromium and none can be had. Without Firefox, WebKit or network
 * namespaces the tests report what they did not run.
 */
export function ensureBrowsers() {
  if (process.env.CHROME_PATH && findBrowser() === null) {
    giveUp(`CHROME_PATH names no program: ${process.env.CHROME_PATH}`)
  }
  ensurePrograms()
  if (findBrowser() === null) {
    giveUp('Install Chromium or Google Chrome, or set CHROME_PATH to one, and run this again.')
  }
}
