import { BUILT_FOR } from './built-for.ts'
import { tooNewInScript } from './too-new-in-script.ts'
import { tooNewInStyles } from './too-new-in-styles.ts'

/** Names in the app that are no loss, each with why. */
const FINE_IN_SCRIPT: Readonly<Record<string, string>> = {
  '.at': 'queries of this project; of lists the compiler knows none',
  '.createPolicy': 'asked for by "?." where texts become XML',
  '.format': 'dates and numbers in words',
  '.getState': 'the query library’s',
  '.notify': 'the query library’s',
  '.use': 'React’s',
  'Error.captureStackTrace': 'fflate asks whether it is there',
  'navigator.connection': 'React asks whether it is there',
  'navigator.permissions': 'unknown where it throws (src/lib/permission.ts)',
}

/** The same in the first look, and in what paints in front of the app. */
const FINE_IN_FIRST_LOOK: Readonly<Record<string, string>> = {
  '.createPolicy': 'asked for by "?." where texts become XML',
  '.flatMap': 'supplied (src/lib/old-engines.ts)',
  '.format': 'asked for (src/i18n/ago.ts)',
  '.pipeThrough': 'there where DecompressionStream is (src/i18n/inflated-words.ts)',
  '.body': 'there where DecompressionStream is',
  DecompressionStream: 'asked for (src/i18n/inflated-words.ts)',
  '.getReader': 'asked for by "?." (src/lib/http.ts)',
  '.query': 'unknown where it throws (src/lib/permission.ts)',
  '.read': 'of what was asked for (src/lib/http.ts)',
  'Error.captureStackTrace': 'fflate asks whether it is there',
  'Intl.PluralRules': 'supplied',
  'Intl.RelativeTimeFormat': 'asked for (src/i18n/ago.ts)',
  'Object.fromEntries': 'supplied',
  globalThis: 'supplied',
  'navigator.permissions': 'unknown where it throws (src/lib/permission.ts)',
}

/** What a page without it lacks in looks alone. */
const FINE_IN_STYLES: readonly string[] = [
  // Names of one engine, each beside those of the others.
  '::-moz-progress-bar',
  '::-webkit-progress-bar',
  '::-webkit-progress-value',
  'appearance',
  'text-size-adjust',
  ':is',
  // All that has the focus shows it.
  ':focus-visible',
  'accent-color',
  'appearance: auto',
  'color-scheme',
  'color-scheme: dark',
  'color-scheme: light',
  'field-sizing',
  'field-sizing: content',
  'font-family: ui-monospace',
  'forced-color-adjust',
  'forced-color-adjust: none',
  'text-wrap',
  'text-wrap: balance',
  'word-break: auto-phrase',
  // The same as "stretch" where there is one row.
  'align-content: start',
]

/**
 * What the scripts and styles of a built page need that browsers of its levels do not have. A classic script is the first
 * look; modules, and scripts that wait as text, are the app.
 */
export function tooNewInPage(html: string): readonly string[] {
  const scripts = [...html.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)].flatMap(
    ([, attributes = '', text = '']) => {
      const [, type = ''] = /\btype="([^"]*)"/.exec(attributes) ?? []
      if (type === 'application/json') return []
      if (/\bid="(?:first-look|painter)"/.test(attributes))
        return tooNewInScript(text, BUILT_FOR.firstLook, { except: Object.keys(FINE_IN_FIRST_LOOK) })
      if (type === '' || type === 'text/javascript') return tooNewInScript(text, BUILT_FOR.firstLook)
      return tooNewInScript(text, BUILT_FOR.app, { kind: 'module', except: Object.keys(FINE_IN_SCRIPT) })
    },
  )
  const styles = [...html.matchAll(/<style\b[^>]*>([^]*?)<\/style>/g)].flatMap(([, text = '']) =>
    tooNewInStyles(text, BUILT_FOR.app, FINE_IN_STYLES),
  )
  return [...scripts, ...styles]
}
