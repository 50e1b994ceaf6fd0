import { createHash } from 'node:crypto'
import { escaped, htmlOf } from './markdown.ts'
import type { SummedFile } from './sums.ts'

export type ReleasedFile = SummedFile & { readonly what: string }

export type Release = {
  readonly version: string
  /** Markdown. */
  readonly changes: string
  readonly files: readonly ReleasedFile[]
  /** Sentences about what was done to it. */
  readonly checks: readonly string[]
  /** Sentences about what there is not. */
  readonly gaps: readonly string[]
  /** The name of the list of sums beside it. */
  readonly sums: string
}

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 56rem; margin: 0 auto; padding: 1rem }
h1, h2 { line-height: 1.2 }
h2 { margin-top: 2.5rem }
dt { margin-top: 1.25rem; font-weight: 600; overflow-wrap: anywhere }
dd { margin: 0 }
code { font-family: ui-monospace, monospace; font-size: 0.875em; overflow-wrap: anywhere }
li { margin: 0.375rem 0; overflow-wrap: anywhere }
.gaps { padding: 0.25rem 1rem; border: 2px solid; border-radius: 0.5rem }
.gaps h2 { margin-top: 0.75rem }
`

/** The page that a folder of downloads shows: one file that needs nothing from anywhere. */
export function indexPage({ version, changes, files, checks, gaps, sums }: Release): string {
  const hash = createHash('sha256').update(STYLE).digest('base64')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>Setup Plex ${escaped(version)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Setup Plex ${escaped(version)}</h1>
${gaps.length === 0 ? '' : `<section class="gaps">\n<h2>What is missing</h2>\n${listOf(gaps)}\n</section>\n`}<h2>Files</h2>
<dl>
${files.map(entryOf).join('\n')}
</dl>
<p>All sums are in ${linkTo(sums)}; <code>sha256sum --check ${escaped(sums)}</code> compares them with the files.</p>
<h2>How it was made</h2>
${listOf(checks)}
<h2>What is new</h2>
${htmlOf(changes)}
</main>
</body>
</html>
`
}

function entryOf({ path, bytes, sum, what }: ReleasedFile): string {
  return `<dt>${linkTo(path)}</dt>
<dd>${escaped(what)}, ${sizeOf(bytes)}</dd>
<dd>SHA-256 <code>${sum}</code></dd>`
}

function linkTo(path: string): string {
  return `<a href="${path.split('/').map(encodeURIComponent).join('/')}">${escaped(path)}</a>`
}

function listOf(sentences: readonly string[]): string {
  return `<ul>\n${sentences.map((sentence) => `<li>${escaped(sentence)}</li>`).join('\n')}\n</ul>`
}

/** In the unit that people compare downloads by. */
export function sizeOf(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
