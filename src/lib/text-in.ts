const LINE_END = 10

/** Text whose first line, in ASCII, names the encoding of all others. Throws where no decoder has that name. */
export function textIn(bytes: Uint8Array): string {
  const end = bytes.indexOf(LINE_END)
  const encoding = new TextDecoder().decode(bytes.subarray(0, end))
  return new TextDecoder(encoding).decode(bytes.subarray(end + 1))
}
