/** Parses JSON that somebody else wrote; undefined for what is not JSON, and for no text at all. Never throws. */
export function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '') as unknown
  } catch {
    return undefined
  }
}
