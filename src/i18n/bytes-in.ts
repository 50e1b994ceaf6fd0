/** Bytes of which each letter is one, as `atob` gives them. A plain loop: it runs once, and is never made fast. */
export function bytesIn(letters: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(letters.length)
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at)
  return bytes
}
