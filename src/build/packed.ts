import { TextDecoder } from 'node:util'
import { deflateSync } from 'node:zlib'
import { encoded } from './encodings.ts'
import { lettersFor } from './letters-for.ts'

/** Data as `src/lib/unpack-json.ts` reads it. Throws where it would read anything else. */
export function packed(data: unknown): string {
  const json = JSON.stringify(data)
  const { encoding, bytes } = encoded(json)
  const read = new TextDecoder(encoding).decode(bytes)
  if (JSON.stringify(JSON.parse(read)) !== json) throw new Error(`${encoding} is not read as it was written`)
  const withName = Buffer.concat([Buffer.from(`${encoding}\n`), bytes])
  return lettersFor(deflateSync(withName, { level: 9, memLevel: 9 }))
}
