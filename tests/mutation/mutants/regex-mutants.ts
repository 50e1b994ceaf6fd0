/** Patterns that differ from this one in one place: an end is open, a piece may be missing, a class is another one. */
export function regexMutants(pattern: string): readonly string[] {
  const mutants: string[] = []
  const put = (at: number, length: number, instead: string): void => {
    mutants.push(pattern.slice(0, at) + instead + pattern.slice(at + length))
  }
  let inClass = false
  for (let at = 0; at < pattern.length; at += 1) {
    const rest = pattern.slice(at)
    if (rest.startsWith('\\')) {
      const [escape = ''] = /^\\[dDwWsSbB]/.exec(rest) ?? []
      if (escape !== '' && !inClass) put(at, 2, `\\${inverted(escape[1] ?? '')}`)
      at += 1
    } else if (inClass) {
      if (rest.startsWith(']')) inClass = false
    } else if (rest.startsWith('[')) {
      inClass = true
      if (rest.startsWith('[^')) {
        // `[^]` is any character; the other way round it is none.
        if (!rest.startsWith('[^]')) put(at, 2, '[')
        at += 1
      } else put(at, 1, '[^')
    } else if (rest.startsWith('^') || rest.startsWith('$')) {
      put(at, 1, '')
    } else if (/^\(\?<?[=!]/.test(rest)) {
      const [opening = ''] = /^\(\?<?[=!]/.exec(rest) ?? []
      put(at, opening.length, opening.endsWith('=') ? opening.replace('=', '!') : opening.replace('!', '='))
      at += opening.length - 1
    } else {
      const [quantifier = '', least = '', comma = '', most = ''] =
        /^(?:[*+?]|\{(\d+)(,?)(\d*)\})/.exec(rest) ?? []
      if (quantifier === '' || (quantifier === '?' && pattern[at - 1] === '(')) continue
      if (!quantifier.startsWith('{')) put(at, 1, '')
      else {
        const [fewer, more] = [Number(least), Number(most === '' ? least : most)]
        put(at, quantifier.length, `{${fewer + 1},${Math.max(more, fewer + 1)}}`)
        if (comma === '' || most !== '') put(at, quantifier.length, `{${fewer},${more + 1}}`)
      }
      at += quantifier.length - 1
      // Whether it takes as much or as little as it can.
      if (pattern[at + 1] === '?') at += 1
    }
  }
  return mutants
}

function inverted(letter: string): string {
  return letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()
}
