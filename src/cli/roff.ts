/** `mandoc -T lint` complains about longer lines. */
const MOST_LETTERS = 80

/** What printers of manuals take for something else, such as a typographic quote. */
const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\e',
  '-': '\\-',
  "'": '\\(aq',
  '`': '\\(ga',
  '~': '\\(ti',
  '^': '\\(ha',
}

/** Text that `man` shows as it is: nothing in it is taken for a request, and a command can be copied. */
export function rendered(text: string): string {
  return text
    .replace(/[\\\-'`~^]/g, (sign) => SIGNS[sign] ?? sign)
    .replace(/[^\n -~]/gu, (character) => `\\[u${hexOf(character)}]`)
    .replace(/^\./gm, '\\&.')
}

export function bold(text: string): string {
  return `\\fB${rendered(text)}\\fR`
}

export function italic(text: string): string {
  return `\\fI${rendered(text)}\\fR`
}

/** Running text in short lines; `man` fills them anew. */
export function filled(text: string): string {
  const lines = ['']
  for (const word of text.trim().split(/\s+/)) {
    const line = lines.at(-1) ?? ''
    const longer = line === '' ? word : `${line} ${word}`
    if (rendered(longer).length > MOST_LETTERS) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return rendered(lines.join('\n'))
}

/** Lines of text. One that begins with a capital letter begins a paragraph, as in the help. */
export function paragraphs(text: string): readonly string[] {
  return text
    .trim()
    .split(/\n\s*(?=\p{Lu})/u)
    .filter((paragraph) => paragraph !== '')
    .flatMap((paragraph) => ['.PP', filled(paragraph)])
}

function hexOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}
