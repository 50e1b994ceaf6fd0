import { expect, test } from 'vitest'
import { changesOf } from '../../../src/build/release/changes.ts'
import { textOf } from '../documents.ts'

const CHANGELOG = `# Changes

What is new.

## 1.10.0

- Ten.
- More,
  in two lines.

### For servers

- A thing.

## 1.1.0

- One.

## 1.0.0
`

test.each([
  ['1.10.0', '- Ten.\n- More,\n  in two lines.\n\n### For servers\n\n- A thing.'],
  ['1.1.0', '- One.'],
  // A heading with nothing below it says nothing.
  ['1.0.0', null],
  ['1.1', null],
  ['0.1.0', null],
])('the notes of %s', (version, expected) => {
  expect(changesOf(CHANGELOG, version)).toBe(expected)
})

test('this version has notes', () => {
  const { version } = JSON.parse(textOf('package.json')) as { readonly version: string }
  expect(changesOf(textOf('CHANGELOG.md'), version)).toMatch(/^- \w/)
})

test('the lock file is of the same version', () => {
  const { version } = JSON.parse(textOf('package.json')) as { readonly version: string }
  const lock = JSON.parse(textOf('package-lock.json')) as {
    readonly version: string
    readonly packages: Readonly<Record<string, { readonly version: string }>>
  }
  expect([lock.version, lock.packages['']?.version]).toEqual([version, version])
})
