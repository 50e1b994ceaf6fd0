import { homedir, tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { ATTIC } from '../../src/gallery/said.ts'
import { filledPage } from '../../src/stamp/write-stamp.ts'
import { documentOf } from './document-of.ts'
import { hashOf, policyOf } from './policy-of.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const STAMP = '<script id="setup-stamp" type="application/json">{}</script>'
export const REAL_ACCOUNT = 'https://app.plex.tv'
export const DEMO_ACCOUNT = 'http://127.0.0.1:45678'

/** Where the page may send a person (contract.md §3). */
const MAY_SEND_TO = [
  REAL_ACCOUNT,
  DEMO_ACCOUNT,
  // Asked whether it can be reached, where that helps.
  `${REAL_ACCOUNT}/`,
  `${DEMO_ACCOUNT}/`,
  'https://plex.tv/claim',
  'https://plex.tv/link',
  /^https:\/\/support\.plex\.tv\//,
]
/** Whom it may ask without being told: a server on the same computer, a tunnel there, and during a search a closed port. */
const MAY_ASK = [
  'http://127.0.0.1:32400',
  'http://localhost:32400',
  'http://127.0.0.1:8888',
  'http://localhost:8888',
  'http://127.0.0.1:32399',
]
/** What a person is told to open on the server's own computer. */
const TOLD = ['http://SERVER:32400/identity', 'http://127.0.0.1:32400/web', 'http://127.0.0.1:8888/web']
/** Where the words for browsers without script lead, and what they tell people to type. */
const BY_HAND = [
  /^https:\/\/app\.plex\.tv\/desktop$/,
  /^https:\/\/plex\.tv\/claim$/,
  /^https:\/\/support\.plex\.tv\/articles\/\d+\/$/,
  new RegExp(`^${DEMO_ACCOUNT}/(desktop|claim)$`),
]
/** Where the links of the pictures lead before they are filled in: to the account, for a server that is none. */
const IN_PICTURES = new RegExp(
  `^(${REAL_ACCOUNT}|${DEMO_ACCOUNT})/(auth#\\?clientID=|desktop/#!/server/)(feedface){4}fe\\[\\[tail\\]\\]`,
)
const PICTURES = /<script id="pictures"[^]*?<\/script>/g
/** Names that nobody fetches: XML namespaces, and what libraries say in their errors or use to parse addresses. */
const NEVER_FETCHED = [
  'http://',
  'https://',
  'http://localhost',
  'http://www.w3.org/1998/Math/MathML',
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/1999/xlink',
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/XML/1998/namespace',
  'https://react.dev/errors/',
  'https://reactrouter.com/en/main/routers/picking-a-router.',
  'https://github.com/ungap/url-search-params.',
]

function addressesIn(html: string): string[] {
  return [...html.matchAll(/(https?|wss?|ftp):\/\/[^\s"'`<>)\\]*/gi)].map(([address]) =>
    // Up to where a template's own values begin.
    address.replace(/\$\{.*$/, ''),
  )
}

/** Where the page says something like this, with a little around it: a failure should not print the page. */
function sayings(html: string, what: RegExp): string[] {
  return [...html.matchAll(new RegExp(what, `g${what.flags}`))].map(({ index }) =>
    html.slice(Math.max(0, index - 40), index + 60),
  )
}

/** What every built page keeps, however it was built. `built` is asked when the tests run. */
export function pageKeepsItsPromises(built: () => string): void {
  let html: string
  let page: Document
  beforeAll(() => {
    html = built()
    page = documentOf(html)
  })

  test('refers to nothing outside itself', () => {
    const references = [...page.querySelectorAll('*')].flatMap((element) =>
      ['src', 'srcset', 'href', 'data', 'action', 'formaction', 'poster', 'background', 'manifest', 'ping']
        .map((name) => element.getAttribute(name))
        .filter((value) => value !== null && !value.startsWith('data:')),
    )
    // Only the words for browsers in which the page can't start have links of their own, to what the contract names.
    const links = [...page.querySelectorAll('#by-hand a')].map((link) => link.getAttribute('href') ?? '')
    expect(links.length).toBeGreaterThan(0)
    expect(references.filter((reference) => !links.includes(reference ?? ''))).toEqual([])
    expect(links.filter((link) => !BY_HAND.some((address) => address.test(link)))).toEqual([])
    expect(
      page.querySelectorAll('base, iframe, frame, object, embed, [style], meta[http-equiv=refresh i]'),
    ).toHaveLength(0)
    const styles = [...page.querySelectorAll('style')].map((style) => style.textContent).join('\n')
    expect(sayings(styles, /@import|url\((?!\s*["']?data:)/i)).toEqual([])
    expect(sayings(html, /sourceMappingURL|sourceURL=/)).toEqual([])
  })

  test('names no address but those it may', () => {
    const known = [...MAY_SEND_TO, ...MAY_ASK, ...TOLD, ...BY_HAND, ...NEVER_FETCHED]
    const addresses = [
      ...addressesIn(html.replace(PICTURES, '')),
      ...addressesIn((html.match(PICTURES) ?? []).join('\n')).filter((each) => !IN_PICTURES.test(each)),
    ]
    expect(addresses.length).toBeGreaterThan(0)
    expect(
      addresses.filter(
        (address) =>
          !known.some((each) => (typeof each === 'string' ? each === address : each.test(address))),
      ),
    ).toEqual([])
  })

  test('has the policy of the contract, and each script and style by its hash', () => {
    const scripts = [...page.scripts].filter((script) => script.type !== 'application/json')
    const styles = [...page.querySelectorAll('style')]
    expect(scripts).not.toHaveLength(0)
    expect(styles).not.toHaveLength(0)
    expect(policyOf(page)).toEqual({
      'default-src': "'none'",
      'script-src': scripts.map(hashOf).join(' '),
      'style-src': styles.map(hashOf).join(' '),
      'connect-src': 'http: https:',
      'img-src': 'data:',
      'base-uri': "'none'",
      'form-action': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'waiting identity-xml first-look-xml painter-xml',
    })
    expect(sayings(html, /unsafe-/)).toEqual([])
    expect(page.querySelector('meta[name=referrer]')?.getAttribute('content')).toBe('no-referrer')
  })

  test('has the policy before everything that it is about', () => {
    const [first] = page.querySelectorAll('meta[http-equiv], script, style, link, body *')
    expect(first?.getAttribute('http-equiv')).toBe('Content-Security-Policy')
  })

  test('has one empty stamp, and filling it changes no hash', () => {
    expect(html.split(STAMP)).toHaveLength(2)
    expect(page.querySelectorAll('#setup-stamp')).toHaveLength(1)
    const stamp = { format: 1, server: { friendlyName: '</script><script>alert(1)</script><!-- $& \u2028' } }
    const filled = documentOf(filledPage(html, stamp))
    expect(JSON.parse(filled.querySelector('#setup-stamp')?.textContent ?? '')).toEqual(stamp)
    const hashes = (from: Document): string[] =>
      [...from.querySelectorAll('script:not([type="application/json"]), style')].map(hashOf)
    expect(hashes(filled)).toEqual(hashes(page))
    expect(policyOf(filled)).toEqual(policyOf(page))
  })

  test('has nothing of the pretend network, of the gallery or of development in it', () => {
    // Letters of what is packed mean nothing.
    const readable = html.replace(/<script id="(?:words-(?!en")[\w-]+|learned)"[^>]*>[^<]*/g, '')
    expect(sayings(readable, /msw|mock|pretend|approve|navigator\.serviceWorker/i)).toEqual([])
    expect(sayings(readable, new RegExp(`gallery|Every screen|${ATTIC}`, 'i'))).toEqual([])
    expect(sayings(readable, /React DevTools|react-dom\.development|import\.meta/)).toEqual([])
  })

  test('ends with the licences of the code in it, for people only', () => {
    const last = page.lastChild
    expect(last?.nodeType).toBe(page.COMMENT_NODE)
    for (const words of [
      'The Setup Plex authors',
      '- react ',
      'Meta Platforms',
      'Permission is hereby granted',
    ])
      expect(last?.textContent).toContain(words)
    const end = html.slice(html.lastIndexOf('<!--'))
    expect(end).toMatch(/^<!--[\n -~]*-->\n$/)
    expect(html.slice(0, -end.length)).toMatch(/<\/html>\n$/)
  })

  test('makes no code out of text', () => {
    expect(
      sayings(html, /\beval\s*\(|\bFunction\s*\(\s*["'`]|new\s+Function\b|set(Timeout|Interval)\(\s*["'`]/),
    ).toEqual([])
  })

  test('says nothing about the computer that built it', () => {
    // A home directory of "/" would say nothing.
    const paths = [ROOT, tmpdir(), homedir(), 'node_modules', '/src/'].filter((path) => path !== '/')
    // The help speaks of the root of a jail.
    const others = html.replaceAll('<jail>/root/', '')
    expect(paths.filter((path) => others.includes(path))).toEqual([])
  })
}
