import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser, missingParts } from './find-browser.mjs'
import { reasonToInstall } from './install-state.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const LOCK = join(ROOT, 'package-lock.json')
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json')
// The three engines, a display for the one that has no headless mode, and what a network of namespaces needs.
const PACKAGES = [
  'chromium',
  'firefox-esr',
  'webkit2gtk-driver',
  'xvfb',
  'openbox',
  'dbus',
  'fonts-dejavu-core',
].concat(['iproute2', 'nftables', 'nginx-light', 'util-linux'])

/** `{ json, changedMs }`, both null when the file is missing or no JSON. */
function readLock(file) {
  try {
    return { json: JSON.parse(readFileSync(file, 'utf8')), changedMs: statSync(file).mtimeMs }
  } catch {
    return { json: null, changedMs: null }
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

/** Runs `npm ci` where what is installed is not what the lock file asks for; ends the program where that fails. */
export function ensurePackages() {
  const [lock, installed] = [readLock(LOCK), readLock(INSTALLED)]
  const reason = reasonToInstall({
    lock: lock.json,
    lockChangedMs: lock.changedMs ?? 0,
    installed: installed.json,
    installedChangedMs: installed.changedMs,
  })
  if (reason === null) return
  console.log(`Installing the packages first (${reason}).`)
  if (!run('npm', ['ci', '--include=dev'])) giveUp('The packages could not be installed; npm says why above.')
}

/** The words to put before a command that only root may run, or null where that is not possible without asking. */
function asRoot() {
  if (process.getuid?.() === 0) return []
  return run('sudo', ['-n', 'true'], { stdio: 'ignore' }) ? ['sudo', '-n'] : null
}

/** Lets Debian's package manager install what is missing, where that is possible without asking anybody. */
function installBrowsers() {
  if (process.platform !== 'linux' || !run('apt-get', ['--version'], { stdio: 'ignore' })) return
  const before = asRoot()
  if (before === null) return
  console.log('Installing the browsers first.')
  const aptGet = (...args) => {
    const [command, ...rest] = [...before, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]
    return run(command, rest)
  }
  if (aptGet('update')) aptGet('install', '-y', '--no-install-recommends', ...PACKAGES)
}

/**
 * Makes sure that there is a Chromium; ends the program with one sentence where there is none and none can be had.
 * Firefox and WebKit are installed as well where that is possible; without them the tests report them as not run.
 */
export function ensureBrowsers() {
  if (process.env.CHROME_PATH && findBrowser() === null) {
    giveUp(`CHROME_PATH names no program: ${process.env.CHROME_PATH}`)
  }
  if (findBrowser() === null || Object.keys(missingParts()).length > 0) installBrowsers()
  if (findBrowser() === null) {
    giveUp('Install Chromium or Google Chrome, or set CHROME_PATH to one, and run this again.')
  }
}
