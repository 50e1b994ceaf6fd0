import type { Plugin } from 'vite'
import type { Catalog } from '../../src/i18n/catalogs.ts'

/** Nobody speaks it, and it is written from right to left. Standards leave its tag to whoever needs one. */
export const INVENTED = { tag: 'qaa', name: 'Atnevni', direction: 'rtl' } as const

/** A build whose page speaks it as well. */
export function withInvented(): Plugin {
  const { tag, name, direction } = INVENTED
  return {
    name: 'with-invented',
    enforce: 'pre',
    transform: (code, id) =>
      id.endsWith('/src/i18n/languages.ts')
        ? code.replace(/(?=\n\} as const)/, `\n${tag}: ${JSON.stringify({ name, direction })},`)
        : null,
  }
}

/** Its words: the English ones, backwards. */
export function inventedWords(english: Catalog): Catalog {
  return JSON.parse(JSON.stringify(english), (key, value: unknown) => backwards(key, value)) as Catalog
}

/** Names of values and of forms stand first in a list of their own, and stay. */
function backwards(_key: string, value: unknown): unknown {
  if (!Array.isArray(value)) return value
  return (value as readonly unknown[]).map((piece) =>
    typeof piece === 'string' && /\p{L}{2}/u.test(piece) && !/^\w+$/.test(piece) && !piece.includes('<')
      ? [...piece].reverse().join('')
      : piece,
  )
}
