import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contentSecurityPolicy, policyFor } from '../../src/build/content-security-policy.ts'
import { documentOf } from './document-of.ts'
import { hashOf, policyOf } from './policy-of.ts'

const PLACE = '<meta name="content-security-policy-goes-here" />'

/** The value of one directive for a page with this in its head. */
function directive(name: string, head: string): string | undefined {
  const found = policyFor(head)
    .split('; ')
    .find((each) => each.startsWith(`${name} `))
  return found?.slice(name.length + 1)
}

test.each([
  ['a script', '<script>go()</script>', "'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='"],
  ['nothing', '', "'none'"],
  ['data only', '<script id="setup-stamp" type="application/json">{}</script>', "'none'"],
])('allows %s by its hash', (_what, head, expected) => {
  expect(directive('script-src', head)).toBe(expected)
})

test('every script and style has its own hash, whatever their attributes', () => {
  const head = `<script>a()</script><script type="module" crossorigin>
b('$&')
</script><style>p{}</style><style media="print">q{}</style>`
  const page = documentOf(head)
  const hashes = (selector: string): string => [...page.querySelectorAll(selector)].map(hashOf).join(' ')
  expect(directive('script-src', head)).toBe(hashes('script'))
  expect(directive('style-src', head)).toBe(hashes('style'))
})

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'setup-plex-policy-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Builds a page with this head by itself, without anything else of this project. */
async function built(head: string): Promise<string> {
  await writeFile(join(folder, 'index.html'), `<!doctype html><html><head>${head}</head><body></body></html>`)
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [contentSecurityPolicy()],
    build: { write: false },
  })
  const files = [result].flat().flatMap((each) => ('output' in each ? each.output : []))
  const page = files.find(({ fileName }) => fileName === 'index.html')
  return page?.type === 'asset' ? String(page.source) : ''
}

test('the policy takes the place that the page keeps for it', async () => {
  const html = await built(`${PLACE}<style>p{color:"$&"}</style>`)
  expect(html).not.toContain('goes-here')
  const page = documentOf(html)
  expect(policyOf(page)['style-src']).toBe([...page.querySelectorAll('style')].map(hashOf).join(' '))
})

test('a page without a place for the policy is not built', async () => {
  await expect(built('<title>x</title>')).rejects.toThrow('index.html has no place for the policy')
})
