// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { BUILT_FOR } from '../../src/build/browsers/built-for.ts'
import { tooNewInPage } from '../../src/build/browsers/too-new-in-page.ts'
import { tooNewInScript } from '../../src/build/browsers/too-new-in-script.ts'
import { tooNewInStyles } from '../../src/build/browsers/too-new-in-styles.ts'

const { app, firstLook } = BUILT_FOR

describe('a script is too new', () => {
  it.each([
    ['a ??= 1', 'syntax after ES2020'],
    ['class A { #b = 1 }', 'syntax after ES2020'],
    ['a?.(...b)', '?.(...): chrome 91'],
    ['a?.b.c(1, ...d)', '?.(...): chrome 91'],
    ['Object.hasOwn({}, "a")', 'Object.hasOwn: chrome 93, firefox 92, safari 15.4'],
    ['Promise.any([])', 'Promise.any: firefox 79'],
    ['AbortSignal.timeout(5)', 'AbortSignal.timeout: chrome 103, firefox 100, safari 16'],
    ['[1].findLast(a)', '.findLast: chrome 97, firefox 104, safari 15.4'],
    ['(signal) => signal.throwIfAborted()', '.throwIfAborted: chrome 100, firefox 97, safari 15.4'],
    ['structuredClone(a)', 'structuredClone: chrome 98, firefox 94, safari 15.4'],
    ['crypto.randomUUID()', 'crypto.randomUUID: chrome 92, firefox 95, safari 15.4'],
    ['/(?<=a)b/.test(c)', '(?<=: safari 16.4'],
  ])('for the app with %s', (script, found) => {
    expect(tooNewInScript(script, app).join('\n')).toContain(found)
  })

  it.each([
    ['a?.b', 'syntax after ES2019'],
    ['/\\p{L}/u.test(a)', '\\p{: firefox 78'],
    ['Object.fromEntries([])', 'Object.fromEntries: chrome 73, firefox 63, safari 12.1'],
    ['(list) => list.flatMap(a)', '.flatMap: chrome 69, firefox 62, safari 12'],
    ['globalThis.a = 1', 'globalThis: chrome 71, firefox 65, safari 12.1'],
    ['queueMicrotask(a)', 'queueMicrotask: chrome 71, firefox 69, safari 12.1'],
    ['(response) => response.body.getReader()', '.getReader: firefox 65'],
  ])('for the first look with %s, and not for the app', (script, found) => {
    expect(tooNewInScript(script, firstLook).join('\n')).toContain(found)
    expect(tooNewInScript(script, app)).toEqual([])
  })
})

describe('a script is old enough', () => {
  it.each([
    ['that says nothing new', 'fetch("/identity").then(function (a) { return a.text() })'],
    ['that gives up', 'new AbortController().signal.addEventListener("abort", async () => {})'],
    ['with what all browsers of 2018 know', 'try { a() } catch { const b = { ...c } }'],
    ['that spreads a list into a call', 'fetch(...a)'],
    ['that asks first', 'typeof structuredClone === "function" && structuredClone(a)'],
    ['with a new name for its own', 'const structuredClone = (a) => a; structuredClone(1)'],
  ])('%s', (_what, script) => {
    expect(tooNewInScript(script, firstLook)).toEqual([])
  })
})

describe('styles are too new for the app', () => {
  it.each([
    ['a:has(b) { color: red }', ':has: chrome 105, firefox 121, safari 15.4'],
    ['a { color: color-mix(in srgb, red, blue) }', 'color-mix(): chrome 111, firefox 113, safari 16.2'],
    ['a { aspect-ratio: 1 }', 'aspect-ratio: chrome 88, firefox 89, safari 15'],
    ['a { min-height: 100svh }', 'svh: chrome 108, firefox 101, safari 15.4'],
    ['@layer a { b { color: red } }', '@layer: chrome 99, firefox 97, safari 15.4'],
  ])('with %s', (styles, found) => {
    expect(tooNewInStyles(styles, app)).toEqual([found])
  })

  it.each([
    ['an older value stands before', 'a { min-height: 100vh; color: red; min-height: 100svh }'],
    ['@supports asks first', '@supports (height: 1svh) { a { min-height: 100svh } }'],
  ])('but where %s', (_where, styles) => {
    expect(tooNewInStyles(styles, app)).toEqual([])
  })
})

it('of a page, classic scripts and its own text are the first look, and modules and other text are the app', () => {
  const page = (attributes: string): readonly string[] =>
    tooNewInPage(`<script${attributes}>a?.b</script><style>a { inset: 0 }</style>`)
  for (const first of ['', ' id="first-look" type="text/plain"'])
    expect(page(first)).toEqual([expect.stringContaining('syntax after ES2019'), 'inset: safari 14.1'])
  expect(page(' type="module"')).toEqual(['inset: safari 14.1'])
  expect(page(' type="text/plain"')).toEqual(['inset: safari 14.1'])
  expect(page(' id="setup-stamp" type="application/json"')).toEqual(['inset: safari 14.1'])
})
