import type { Plugin } from 'vite'

const REAL = 'https://app.plex.tv'
const CLAIM = 'https://plex.tv/claim'

/** Leads the page's words for browsers without script to the account that the page is built for. */
export function wordsByHand(): Plugin {
  return {
    name: 'words-by-hand',
    apply: 'build',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => {
        const account = process.env['VITE_ACCOUNT_ORIGIN']
        return account === undefined
          ? html
          : html.replaceAll(CLAIM, `${account}/claim`).replaceAll(REAL, account)
      },
    },
  }
}
