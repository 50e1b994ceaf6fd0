import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

/** Where PATH has a program of this name, or null. */
function findProgram(name, { env = process.env, exists = isProgram } = {}) {
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => join(folder, name)).find((file) => exists(file)) ?? null
}

/** The programs that each further part of the tests needs, as Debian calls them. */
const PARTS = {
  firefox: ['firefox-esr'],
  webkit: ['WebKitWebDriver', 'Xvfb', 'openbox'],
  lan: ['ip', 'nft', 'nginx', 'openssl', 'unshare'],
  proxies: ['haproxy', 'nginx'],
  plain: ['w3m', 'wkhtmltopdf', 'pdftotext'],
  shells: ['zsh', 'fish', 'mandoc'],
}

/** Which parts cannot be had here, with the programs that are missing: `{ webkit: ['Xvfb'] }`. */
export function missingParts(search = {}) {
  const missing = Object.entries(PARTS).map(([part, programs]) => [
    part,
    programs.filter((name) => findProgram(name, search) === null),
  ])
  return Object.fromEntries(missing.filter(([, programs]) => programs.length > 0))
}

/** The usual places outside of PATH. */
function usualPlaces(env, platform) {
  if (platform === 'darwin') {
    return ['/Applications', join(env.HOME ?? '', 'Applications')].flatMap((folder) => [
      join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
      join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
    ])
  }
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter((folder) => folder)
      .flatMap((folder) => [
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Chromium/Application/chrome.exe'),
      ])
  }
  return []
}

/**
 * A Chromium that is installed here, or null. CHROME_PATH decides alone where it is set. A wrong one finds nothing
 * rather than a browser that nobody asked for.
 */
export function findBrowser({ env = process.env, platform = process.platform, exists = isProgram } = {}) {
  if (env.CHROME_PATH) return exists(env.CHROME_PATH) ? env.CHROME_PATH : null
  const suffix = platform === 'win32' ? '.exe' : ''
  const onPath = (env.PATH ?? env.Path ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => join(folder, name + suffix)))
  return [...onPath, ...usualPlaces(env, platform)].find((file) => exists(file)) ?? null
}
