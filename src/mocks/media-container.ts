import type { WireRequest } from './wire.ts'

export type Format = 'json' | 'xml'
export type Attributes = Readonly<Record<string, string | number | boolean>>

export const CONTENT_TYPES: Readonly<Record<Format, string>> = {
  json: 'application/json',
  xml: 'text/xml;charset=utf-8',
}

/** JSON only for those who ask for it by name (official API document). */
export function formatFor(request: WireRequest): Format {
  return (request.headers.get('accept') ?? '').includes('application/json') ? 'json' : 'xml'
}

function escaped(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

/** The envelope of every good answer. XML has no booleans: it says "1" and "0". */
export function mediaContainer(attributes: Attributes, format: Format): string {
  if (format === 'json') return JSON.stringify({ MediaContainer: attributes })
  const written = Object.entries(attributes).map(
    ([name, value]) => `${name}="${escaped(String(typeof value === 'boolean' ? Number(value) : value))}"`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<MediaContainer ${written.join(' ')}>\n</MediaContainer>\n`
}
