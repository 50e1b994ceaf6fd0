import { parseJson } from '../lib/json.ts'
import { unpackJson } from '../lib/unpack-json.ts'

// In the built page this stands in the place of complaints.tsv. What is learned stands behind the scripts, as the languages do
// (docs/decisions/0019).

/** What is learned from the examples; null where it can't be read. */
export function learned(): string | null {
  const text = unpackJson(parseJson(document.getElementById('learned')?.textContent ?? ''))
  return typeof text === 'string' ? text : null
}
