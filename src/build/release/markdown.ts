/** Text as HTML shows it. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0) ?? 0};`)
}

/**
 * HTML of the Markdown that CHANGELOG.md is written in: paragraphs, lists of one level, `code`, **strong** words.
 * A link stands as its words, because what it leads to is not beside the page.
 */
export function htmlOf(markdown: string): string {
  const blocks = markdown.trim().split(/\n(?=- )|\n{2,}/)
  const parts = blocks.filter((block) => block.trim() !== '').map(blockOf)
  return parts
    .join('\n')
    .replaceAll(/<\/li>\n(?!<li>)/g, '</li>\n</ul>\n')
    .replaceAll(/(?<!<\/li>\n)<li>/g, '<ul>\n<li>')
    .replace(/<\/li>$/, '</li>\n</ul>')
}

function blockOf(block: string): string {
  const text = block.trim().replace(/\s+/g, ' ')
  if (text.startsWith('- ')) return `<li>${spansOf(text.slice(2))}</li>`
  const heading = /^#+ (.*)/.exec(text)?.[1]
  return heading === undefined ? `<p>${spansOf(text)}</p>` : `<h3>${spansOf(heading)}</h3>`
}

function spansOf(text: string): string {
  return escaped(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
}
