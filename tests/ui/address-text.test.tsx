import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { AddressText } from '../../src/ui/address-text.tsx'

afterEach(cleanup)

/** The text, with a bar wherever a line may end inside of an address. */
function breaksOf(text: string, narrow: boolean): string {
  const { container } = render(<AddressText narrow={narrow}>{text}</AddressText>)
  expect(container.textContent).toBe(text)
  return container.innerHTML.replaceAll('<wbr>', '|')
}

test.each([
  ['192.168.99.7:32400', '192.168.99.7|:32400'],
  ['At attic-nas.local:32400 a server says', 'At attic-nas.local|:32400 a server says'],
  ['http://192.168.99.7:32400', 'http://192.168.99.7|:32400'],
  ['[fd00:1234::10]:32400 answered', '[fd00|:1234:|:10]|:32400 answered'],
  ['from 10.0.0.2:80 to 10.0.0.3:80.', 'from 10.0.0.2|:80 to 10.0.0.3|:80.'],
])('in a narrow place %s breaks before a colon', (text, broken) => {
  expect(breaksOf(text, true)).toBe(broken)
})

test.each([
  ['192.168.178.120:32400 answered', '192.168.178.120:32400 answered'],
  ['[fd00:1234:5678:9abc::10]:32400 answered', '[fd00|:1234|:5678|:9abc:|:10]|:32400 answered'],
  ['Nothing answered at a-rather-long-name.local:80.', 'Nothing answered at a-rather-long-name.local|:80.'],
])('elsewhere only what may be too long for a line breaks: %s', (text, broken) => {
  expect(breaksOf(text, false)).toBe(broken)
})

test.each(['Your server is starting', '192.168.99.7', 'Linux · 1.43.4.9999-abcdef012', 'Note: 3 answered'])(
  'there is no address in "%s"',
  (text) => {
    expect(breaksOf(text, true)).toBe(text)
  },
)
