import type { LaunchOptions } from 'puppeteer-core'
import { pointingBy, type Pointing } from '../network/pointing.ts'
import { findBrowser } from '../../../src/install/find-browser.mjs'

// What Puppeteer switches off and people have switched on.
const UNLIKE_PEOPLE = [
  '--disable-popup-blocking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
]

/** How the tests start Chromium: as people have it, and reaching others only as the rules for hosts say. */
export function chromiumOptions(
  language: string,
  hostRules: string | null,
  pointing: Pointing = 'mouse',
): LaunchOptions {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('No Chromium here: npm test says how to get one')
  return {
    browser: 'chrome',
    executablePath,
    // A pipe instead of a port: the browser may live in another network namespace.
    pipe: true,
    ignoreDefaultArgs: UNLIKE_PEOPLE,
    args: [
      // Chromium refuses to run its sandbox as root, which containers and CI machines often are.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-quic',
      // A computer without a mouse, such as one that runs tests, would be a television.
      pointingBy(pointing),
      ...(hostRules === null ? [] : [`--host-resolver-rules=${hostRules}`]),
      `--lang=${language}`,
      `--accept-lang=${language}`,
    ],
  }
}
