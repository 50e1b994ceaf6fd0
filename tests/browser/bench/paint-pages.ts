import { createHash } from 'node:crypto'
import { filledPage } from '../../../src/stamp/write-stamp.ts'
import { MEASURE } from './paint-measure.ts'

export type PageName = 'bare' | 'first look alone' | 'ours'

export type BenchPage = {
  readonly name: PageName
  readonly html: string
  /** What a browser reads before it comes to the app, the app, and what stands behind it; bytes. */
  readonly bytes: { readonly before: number; readonly app: number; readonly behind: number }
}

type Script = { readonly text: string; readonly at: number }

/** The app is long. */
const LONG = 100_000

/**
 * The pages of one run, each of which asks this server and tells its figures to `tellTo`. There is no first look alone
 * where the built page has none.
 */
export function benchPages(
  built: string,
  { server, machineIdentifier, words, tellTo }: BareWords & { machineIdentifier: string; tellTo: string },
): readonly BenchPage[] {
  const stamp = { format: 1, server: { machineIdentifier, friendlyName: 'Attic NAS', addresses: [server] } }
  const stamped = filledPage(built, stamp)
  const first = withoutApp(stamped)
  const measured = (name: PageName, html: string, lastFigure: 'state' | 'app'): BenchPage => ({
    name,
    html: withScript(html, MEASURE(`${tellTo}/${encodeURIComponent(name)}`, lastFigure)),
    bytes: bytesOf(html),
  })
  return [
    measured('bare', barePage(server, saying(words)), 'state'),
    ...(first === null ? [] : [measured('first look alone', first, 'state')]),
    measured('ours', stamped, 'app'),
  ]
}

type BareWords = { readonly server: string; readonly words: readonly string[] }

/** Says these words, once the server has said that it is not linked. */
function saying(words: readonly string[]): string {
  return `if (said.MediaContainer.claimed !== false) return
  var main = document.querySelector('main')
  main.textContent = '';
  ${JSON.stringify(words)}.forEach(function (line) {
    main.appendChild(document.createElement('p')).textContent = line
  })
  document.documentElement.dataset.stage = 'unclaimed'`
}

/** What no page can be faster than: it asks the same server, and then does the same. */
export function barePage(server: string, does: string): string {
  const script = `fetch(${JSON.stringify(`${server}/identity`)}, {
  headers: { Accept: 'application/json' }, credentials: 'omit', cache: 'no-store'
}).then(function (response) { return response.json() }).then(function (said) {
  ${does}
})`
  const hash = createHash('sha256').update(script).digest('base64')
  return `<!doctype html>
<html lang="en" data-stage="looking">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-${hash}'; connect-src http: https:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Setup Plex</title>
</head>
<body>
<main><p>Looking for your server</p></main>
<script>${script}</script>
</body>
</html>
`
}

/** Without the text of the app, which waits; null where it does not. */
function withoutApp(html: string): string | null {
  const [whole = '', text] = /<script id="app"[^>]*>([^]*?)<\/script>/.exec(html) ?? []
  return text === undefined ? null : html.replace(whole, () => '')
}

/** Lets one more script run, before all others. */
export function withScript(html: string, script: string): string {
  const hash = createHash('sha256').update(script).digest('base64')
  return html
    .replace(/(script-src )/, (before) => `${before}'sha256-${hash}' `)
    .replace(
      /(<meta http-equiv="Content-Security-Policy"[^>]*>)/,
      (policy) => `${policy}<script>${script}</script>`,
    )
}

/** The app is the longest script. */
function bytesOf(html: string): BenchPage['bytes'] {
  const [app] = scriptsIn(html).toSorted((one, other) => other.text.length - one.text.length)
  const at = app?.at ?? html.length
  const text = app === undefined || app.text.length < LONG ? '' : app.text
  return {
    before: Buffer.byteLength(text === '' ? html : html.slice(0, at)),
    app: Buffer.byteLength(text),
    behind: text === '' ? 0 : Buffer.byteLength(html.slice(at + text.length)),
  }
}

function scriptsIn(html: string): readonly Script[] {
  return [...html.matchAll(/<script\b[^>]*>([^]*?)<\/script>/g)].map((match) => {
    const [whole, text = ''] = match
    return { text, at: match.index + whole.indexOf('>') + 1 }
  })
}
