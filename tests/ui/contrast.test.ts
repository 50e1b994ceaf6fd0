import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(`${import.meta.dirname}/../../src/ui/theme.css`, 'utf8')

type Theme = Map<string, string>

function themeOf(selector: string): Theme {
  const [, block = ''] = css.split(`${selector} {`)
  const [body = ''] = block.split('}')
  return new Map(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminanceOf(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrastOf(theme: Theme, front: string, back: string): number {
  const [high = 0, low = 0] = [front, back]
    .map((name) => luminanceOf(theme.get(name) ?? expect.fail(`no --${name}`)))
    .toSorted((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const light = themeOf(':root')
const dark = themeOf(":root[data-theme='dark']")

const PAIRS: readonly [front: string, back: string, atLeast: number][] = [
  ['text', 'page', 7],
  ['text', 'raised', 7],
  ['text', 'glow', 7],
  ['muted', 'page', 7],
  ['muted', 'raised', 7],
  ['muted', 'glow', 4.5],
  ['accent', 'page', 4.5],
  ['accent', 'raised', 4.5],
  ['on-accent', 'accent', 4.5],
  ['claimed', 'page', 4.5],
  ['claimed', 'raised', 4.5],
  ['claimed', 'glow', 4.5],
  ['claimed', 'claimed-glow', 4.5],
  ['accent', 'glow', 3],
  ['line', 'page', 3],
  ['line', 'raised', 3],
]

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_, theme) => {
  test.each(PAIRS)('%s on %s is at least %d', (front, back, atLeast) => {
    expect(contrastOf(theme, front, back)).toBeGreaterThanOrEqual(atLeast)
  })
})

test('the dark theme is the same whether the device or the person chose it', () => {
  expect(themeOf(":root:not([data-theme='light'])")).toEqual(dark)
  expect([...dark.keys()]).toEqual([...light.keys()])
})

test('every variable that a style uses is set somewhere', () => {
  const src = `${import.meta.dirname}/../../src`
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  )
  const all = files.map((file) => readFileSync(`${src}/${file}`, 'utf8')).join('')
  const set = new Set([...all.matchAll(/(--[\w-]+):/g)].map(([, name]) => name))
  const used = new Set([...all.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name))
  expect(used.size).toBeGreaterThan(10)
  expect([...used].filter((name) => !set.has(name))).toEqual([])
})
