import type { Plugin } from 'vite'

const REAL = 'https://app.plex.tv'
const CLAIM = 'https://plex.tv/claim'

/**
 * Leads the page's words for browsers without script to the account that the page is built for, and writes them in ASCII.
 * A single letter that Latin 1 lacks makes Chromium keep the whole page in letters of two bytes (docs/decisions/0018).
 */
export function wordsByHand(): Plugin {
  return {
    name: 'words-by-hand',
    apply: 'build',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => {
        const account = process.env['VITE_ACCOUNT_ORIGIN']
        const words = html.replace(/[^\0-\x7f]/gu, (letter) => `&#${letter.codePointAt(0) ?? 0};`)
        return account === undefined
          ? words
          : words.replaceAll(CLAIM, `${account}/claim`).replaceAll(REAL, account)
      },
    },
  }
}
