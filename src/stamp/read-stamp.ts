import { parseJson } from '../lib/json.ts'
import { LONGEST_STAMP, readStamp } from './format.ts'
import { EMPTY_STAMP, type Stamp } from './stamp.ts'

/**
 * Reads the stamp from the text of its element. Never throws. A part that cannot be read is left out and makes the
 * stamp `broken`. A stamp that is no JSON object of format 1 is empty and `broken`.
 */
export function parseStamp(text: unknown): Stamp {
  if (typeof text !== 'string' || text.trim() === '') return EMPTY_STAMP
  return readStamp(text.length > LONGEST_STAMP ? undefined : parseJson(text)).stamp
}
