import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { attributesOfXml } from '../../src/server/xml.ts'
import { rootOfXml } from '../../src/server/xml-by-hand.ts'

// A busy computer takes its time over thousands of examples.
vi.setConfig({ testTimeout: 60_000 })

afterEach(() => vi.unstubAllGlobals())

describe('the root of a document, read without a browser', () => {
  it.each([
    ['an empty element', '<a/>'],
    ['attributes in both kinds of quotes', `<a b="one" c='two'></a>`],
    ['spaces where they may be', '<?xml version="1.0"?>\n<a\n b = "1"\t>\n</a >\n'],
    ['comments around', '<!-- a --><a b="1"><!-- > --></a><!-- b -->'],
    ['elements within, also of the same name', '<a b="1"><c d="2"/><a b="3"></a></a>'],
    ['references', '<a b="&lt;&amp;&gt;&quot;&apos;&#65;&#x42;"/>'],
    ['references by one digit, and by many', '<a b="&#9;&#x9;&#0000000065;&#x000000aF;&#x10ffff;"/>'],
    ['a prefix', '<x:a xmlns:x="urn:x" x:b="1"/>'],
    ['a longer prefix', '<media:a xmlns:media="urn:x"/>'],
    ['an opening alone', '<a>'],
    ['an end of nothing', '/>'],
    ['an end with an attribute', '<a></a b="1">'],
    ['half a tag', '<a b="1'],
    ['half a document', '<a b="1">'],
    ['an end of another name', '<a b="1"></b>'],
    ['an end with more behind it', '<a></a>x'],
    ['text before it', 'x<a/>'],
    ['two roots', '<a/><b/>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['an attribute without quotes', '<a b=1/>'],
    ['no space between attributes', '<a b="1"c="2"/>'],
    ['a reference to something unknown', '<a b="&who;"/>'],
    ['a reference with a capital X', '<a b="&#X42;"/>'],
    ['a reference to what is no character', '<a b="&#x110000;"/>'],
    ['an ampersand alone', '<a b="1 & 2"/>'],
    ['a bracket in a value', '<a b="<"/>'],
    ['a document type', '<!DOCTYPE a><a/>'],
    ['a document type within', '<a><!DOCTYPE a></a>'],
    ['a document type in small letters within', '<a><!doctype a></a>'],
    ['nothing', ''],
    ['a wide blank between values', '<a\u3000b="1"/>'],
    ['a hard blank before the end', '<a b="1"\u00A0/>'],
    ['a line of its own for each', '<a\r\n\tb = "1"\n/>\n'],
  ])('%s: the same as a browser reads', (_what, text) => {
    expect(rootOfXml(text)).toEqual(attributesOfXml(text))
  })

  it('is the same for whatever values are written', () => {
    const value = fc.string({
      unit: fc.constantFrom('a', ' ', "'", '&amp;', '&#233;', '&lt;', '/', '>', '='),
    })
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4 }), fc.boolean(), (values, isEmpty) => {
        const attributes = values.map((text, at) => ` k${at}="${text}"`).join('')
        const text = isEmpty ? `<a${attributes}/>` : `<a${attributes}>x</a>`
        expect(rootOfXml(text)).toEqual(attributesOfXml(text))
      }),
    )
  })

  it.each(['<'.repeat(60_000), '<!--'.repeat(15_000), `<a ${'b="1" '.repeat(10_000)}`, '<?'.repeat(30_000)])(
    'is done soon, whatever comes',
    (text) => {
      const startedMs = performance.now()
      expect(rootOfXml(text)).toBeNull()
      expect(performance.now() - startedMs).toBeLessThan(2_000)
    },
  )

  it('takes no letter for a blank that belongs to a name', () => {
    expect(rootOfXml('<a claimed\uFEFF="1"/>')).toBeNull()
  })

  it('is done soon with the longest of names', () => {
    const startedMs = performance.now()
    expect(rootOfXml(`<${'a'.repeat(200_000)}/>`)?.name).toHaveLength(200_000)
    expect(performance.now() - startedMs).toBeLessThan(2_000)
  })

  it.each(['a:b', ':b'])('a name with a colon is the same as a browser reads (%s)', (name) => {
    expect(rootOfXml(`<${name} xmlns:a="x"/>`)).toEqual(attributesOfXml(`<${name} xmlns:a="x"/>`))
  })
})

it('a browser reads it by the one policy that the page has for that', async () => {
  type Rules = { readonly createHTML: (text: string) => string }
  const createPolicy = vi.fn<(name: string, rules: Rules) => Rules>((_name, rules) => rules)
  vi.stubGlobal('trustedTypes', { createPolicy })
  vi.resetModules()
  const anew = await import('../../src/server/xml.ts')
  expect(createPolicy.mock.calls.map(([name]) => name)).toEqual(['identity-xml'])
  expect(anew.attributesOfXml('<a b="1"/>')).toEqual({ name: 'a', attributes: { b: '1' } })
})
