// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commentOf, noticesOf } from '../../src/build/notices.ts'
import { documentOf } from './document-of.ts'

const TERMS =
  'Permission is hereby granted, free of charge,\nto any person.\n\nTHE SOFTWARE IS PROVIDED "AS IS".\n'
const packageOf = (name: string, text: string, license = 'MIT') => ({ name, version: '1.0.0', license, text })

test('a licence that several packages share stands once, with the rights of each', () => {
  const notices = noticesOf([
    packageOf('one', `MIT License\n\nCopyright (c) 2024 One\nCopyright (c) 2025 Two\n\n${TERMS}`),
    packageOf(
      'other',
      `(The MIT License)\nCopyright (c) Other <other@attic.example>\n\n${TERMS.replace('charge,\n', 'charge, ')}`,
    ),
    packageOf(
      'third',
      `The MIT License (MIT)\r\n\r\nCopyright (c) 2024 One\r\nCopyright (c) 2025 Two\r\n\r\n${TERMS}`,
    ),
  ])
  expect(notices.match(/Permission is/g)).toHaveLength(1)
  expect(notices).toContain('- one 1.0.0, third 1.0.0: Copyright (c) 2024 One; Copyright (c) 2025 Two\n')
  expect(notices).toContain('- other 1.0.0: Copyright (c) Other <other@attic.example>\n')
})

test('another licence stands in full', () => {
  const notices = noticesOf([
    packageOf('one', `MIT License\n\nCopyright (c) One\n\n${TERMS}`),
    packageOf('other', 'Use it as you like.\n\nCopyright remains.\n', 'Own'),
  ])
  expect(notices).toContain('Own licence, for\n- other 1.0.0\n\nUse it as you like.\nCopyright remains.')
  expect(notices).toContain('Permission is hereby granted, free of charge, to any person.')
})

const HOSTILE = [
  '-->',
  '--!>',
  '<!--',
  '--',
  '->',
  '>',
  '<script>',
  '</script>',
  '<style>',
  '\u2028',
  '\u00e9',
  '\u{1f4dc}',
  '\u0000',
]

test('no text ends the comment or stands beside it, and the comment is ASCII', () => {
  const text = fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string())).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (each) => {
      const comment = commentOf(each)
      expect(comment).toMatch(/^<!--[\n -~]*-->\n$/)
      expect(comment.slice(4, -4)).not.toMatch(/[<>]|--/)
    }),
  )
  const page = documentOf(
    `<!doctype html><html><body><p>here</p></body></html>\n${commentOf(HOSTILE.join(' '))}`,
  )
  expect(page.lastChild?.nodeType).toBe(page.COMMENT_NODE)
  expect(page.body.children).toHaveLength(1)
})
