import { filledPage } from '../../../src/stamp/write-stamp.ts'
import { barePage, withScript } from './paint-pages.ts'

/** Milliseconds since the page was opened. */
export type OpenFigures = {
  /** It sets off for the account's app. */
  readonly setsOff: number
  /** It is gone. */
  readonly gone: number
}

export type OpenPage = { readonly name: 'bare' | 'ours'; readonly html: string; readonly hash: string }

type Told = {
  readonly server: string
  readonly machineIdentifier: string
  readonly account: string
  readonly tellTo: (name: string) => string
}

/** The pages of one run: a linked server is asked, and the account's app opened. */
export function openPages(
  built: string,
  { server, machineIdentifier, account, tellTo }: Told,
): readonly OpenPage[] {
  const stamp = { format: 1, server: { machineIdentifier, friendlyName: 'Attic NAS', addresses: [server] } }
  const goesTo = `${account}/desktop/#!/server/${machineIdentifier}/await`
  const bare = barePage(server, `if (said.MediaContainer.claimed === true) location.replace('${goesTo}')`)
  return [
    { name: 'bare', html: withScript(bare, measure(tellTo('bare'))), hash: '' },
    { name: 'ours', html: withScript(filledPage(built, stamp), measure(tellTo('ours'))), hash: '#/open' },
  ]
}

const measure = (tellTo: string): string => `(function () {
  var figures = { setsOff: null, gone: null }
  addEventListener('beforeunload', function () { figures.setsOff = performance.now() })
  addEventListener('pagehide', function () {
    figures.gone = performance.now()
    navigator.sendBeacon(${JSON.stringify(tellTo)}, JSON.stringify(figures))
  })
})()`
