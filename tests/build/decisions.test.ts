import { describe, expect, it } from 'vitest'
import { filesIn, headingsOf, rowsOf, textOf } from './documents.ts'

describe('docs/decisions', () => {
  const INDEX = textOf('docs/decisions/README.md')
  const entries = rowsOf(INDEX).map(([number = '', title, status]) => ({
    file: /\]\((.*)\)/.exec(number)?.[1] ?? '',
    number: /\[(\d+)\]/.exec(number)?.[1] ?? '',
    title,
    status,
  }))

  it('are all in the index, in their order', () => {
    const files = filesIn('docs/decisions').map((file) => file.replace('docs/decisions/', ''))
    expect(entries.map(({ file }) => file)).toEqual(files.filter((file) => file !== 'README.md'))
    expect(entries.map(({ file }) => Number(file.slice(0, 4)))).toEqual(
      entries.map(({ number }) => Number(number)),
    )
  })

  it.each(entries)('$number: says its title and its status as the index does', ({ file, title, status }) => {
    const text = textOf(`docs/decisions/${file}`)
    expect(headingsOf(text)[0]?.replace(/^\d+\. /, '')).toBe(title)
    expect(status).toMatch(/^(accepted|superseded by \[\d+\]\(\d{4}-[\w-]+\.md\))$/)
    const [, said = ''] = /^\*\*Status\.\*\* (.+?)\.(?: |$)/m.exec(text) ?? []
    expect(said.replace(/^[AS]/, (letter) => letter.toLowerCase())).toBe(status)
  })
})
