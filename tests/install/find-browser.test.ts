// @vitest-environment node
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findBrowser, missingParts } from '../../src/install/find-browser.mjs'

const where = (...files: string[]) => ({ exists: (file: string) => files.includes(file) })

test.runIf(process.platform !== 'win32')('looks along PATH, in its order', () => {
  const search = { env: { PATH: '/one:/two' }, platform: 'linux' } as const
  expect(findBrowser({ ...search, ...where('/two/chromium', '/one/google-chrome') })).toBe(
    '/one/google-chrome',
  )
  expect(findBrowser({ ...search, ...where() })).toBeNull()
})

test('CHROME_PATH decides alone', () => {
  const search = { env: { CHROME_PATH: '/mine', PATH: '/one' }, platform: 'linux' } as const
  expect(findBrowser({ ...search, ...where('/mine', '/one/chromium') })).toBe('/mine')
  expect(findBrowser({ ...search, ...where('/one/chromium') })).toBeNull()
})

test.each([
  ['darwin', { HOME: '/home' }, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['win32', { PROGRAMFILES: 'C:/Programs' }, join('C:/Programs', 'Google/Chrome/Application/chrome.exe')],
] as const)('knows the usual places on %s', (platform, env, file) => {
  expect(findBrowser({ env, platform, ...where(file) })).toBe(file)
})

test('names the programs that a part of the browser tests lacks', () => {
  const search = {
    env: { PATH: '/bin' },
    ...where('/bin/firefox-esr', '/bin/Xvfb', '/bin/ip', '/bin/unshare'),
  }
  expect(missingParts(search)).toEqual({
    webkit: ['WebKitWebDriver', 'openbox'],
    lan: ['nft', 'nginx', 'openssl'],
    proxies: ['haproxy', 'nginx'],
    plain: ['w3m', 'wkhtmltopdf', 'pdftotext'],
    shells: ['zsh', 'fish', 'mandoc'],
  })
})
