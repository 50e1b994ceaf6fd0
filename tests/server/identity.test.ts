import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { parseIdentity, type Claim, type ParsedIdentity } from '../../src/server/identity.ts'
import { ATTIC } from '../../src/gallery/said.ts'

// A busy computer takes its time over thousands of examples.
vi.setConfig({ testTimeout: 60_000 })

const VERSION = '1.43.4.9999-abcdef012'

function json(fields: object): string {
  return JSON.stringify({ MediaContainer: { size: 0, apiVersion: '1.2.3', ...fields } })
}

/** Attributes as they stand in the text. */
function xml(
  attributes: string,
  declaration = '<?xml version="1.0" encoding="UTF-8"?>\n',
  inside = '',
): string {
  return `${declaration}<MediaContainer size="0" apiVersion="1.2.3" ${attributes}>\n${inside}</MediaContainer>`
}

function found(
  claim: Claim,
  more: { version?: string | null; startState?: string | null } = {},
): ParsedIdentity {
  const identity = { machineIdentifier: ATTIC, claim, version: VERSION, startState: null, ...more }
  return { kind: 'identity', identity }
}

const anotherProduct: ParsedIdentity = { kind: 'failure', reason: 'another-product' }
const garbled: ParsedIdentity = { kind: 'failure', reason: 'garbled' }

const ME = { machineIdentifier: ATTIC, version: VERSION }
const ME_XML = `machineIdentifier="${ATTIC}" version="${VERSION}"`

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('an answer of a media server', () => {
  it.each([
    ['JSON, claimed', json({ claimed: true, ...ME }), found('claimed')],
    ['JSON, unclaimed', json({ claimed: false, ...ME }), found('unclaimed')],
    ['XML, claimed', xml(`claimed="1" ${ME_XML}`), found('claimed')],
    ['XML, unclaimed', xml(`claimed="0" ${ME_XML}`), found('unclaimed')],
    ['XML without a declaration', xml(`claimed="1" ${ME_XML}`, ''), found('claimed')],
    ['XML in single quotes', xml(`claimed='1' ${ME_XML.replaceAll('"', "'")}`), found('claimed')],
    ['XML of an empty element', `<MediaContainer claimed="0" ${ME_XML}/>`, found('unclaimed')],
    ['JSON with spaces around', `\r\n\t ${json({ claimed: true, ...ME })} \n`, found('claimed')],
    ['XML with spaces around', `\n\n ${xml(`claimed="1" ${ME_XML}`)}\n`, found('claimed')],
    ['JSON after a byte order mark', `\uFEFF${json({ claimed: true, ...ME })}`, found('claimed')],
    ['XML after a byte order mark', `\uFEFF${xml(`claimed="1" ${ME_XML}`)}`, found('claimed')],
    [
      'up to 1.41.3, without apiVersion',
      JSON.stringify({ MediaContainer: { size: 0, claimed: false, ...ME } }),
      found('unclaimed'),
    ],
    ['the size of the official example', json({ size: 1, claimed: true, ...ME }), found('claimed')],
    [
      'fields that nobody knows yet',
      json({ claimed: true, ...ME, region: { of: ['the', 'future'] } }),
      found('claimed'),
    ],
    ['attributes that nobody knows yet', xml(`claimed="1" ${ME_XML} region="x &lt; y"`), found('claimed')],
    ['elements within', xml(`claimed="1" ${ME_XML}`, '', '<Directory key="a"/>'), found('claimed')],
    [
      'a start state in JSON',
      json({ claimed: false, startState: 'startingPlugins', ...ME }),
      found('unclaimed', { startState: 'startingPlugins' }),
    ],
    [
      'a start state in XML',
      xml(`claimed="0" startState="startingPlugins" ${ME_XML}`),
      found('unclaimed', { startState: 'startingPlugins' }),
    ],
    ['an empty start state', json({ claimed: false, startState: '', ...ME }), found('unclaimed')],
    ['no version', json({ claimed: true, machineIdentifier: ATTIC }), found('claimed', { version: null })],
    [
      'a version that is no text',
      json({ ...ME, claimed: true, version: 1.43 }),
      found('claimed', { version: null }),
    ],
    [
      'a version without end',
      json({ ...ME, claimed: true, version: '9'.repeat(500) }),
      found('claimed', { version: '9'.repeat(40) }),
    ],
    [
      'a version that turns the words around it',
      json({ ...ME, claimed: true, version: '1.43\u202E\u0000é' }),
      found('claimed', { version: '1.43' }),
    ],
  ])('%s', (_what, body, expected) => {
    expect(parseIdentity(body)).toEqual(expected)
  })
})

describe('the flag', () => {
  const forms: readonly (readonly [unknown, Claim])[] = [
    [true, 'claimed'],
    [1, 'claimed'],
    ['1', 'claimed'],
    ['true', 'claimed'],
    [false, 'unclaimed'],
    [0, 'unclaimed'],
    ['0', 'unclaimed'],
    ['false', 'unclaimed'],
    [undefined, 'unknown'],
    [null, 'unknown'],
    ['', 'unknown'],
    [' ', 'unknown'],
    [' 1', 'unknown'],
    ['TRUE', 'unknown'],
    ['False', 'unknown'],
    ['yes', 'unknown'],
    ['no', 'unknown'],
    ['01', 'unknown'],
    ['00', 'unknown'],
    [2, 'unknown'],
    [-1, 'unknown'],
    [0.5, 'unknown'],
    [[], 'unknown'],
    [[true], 'unknown'],
    [{}, 'unknown'],
  ]
  it.each(forms)('%j in JSON is %s', (claimed, claim) => {
    expect(parseIdentity(json({ claimed, ...ME }))).toEqual(found(claim))
  })
  it.each(forms.filter(([form]) => typeof form === 'string'))('%j in XML is %s', (form, claim) => {
    expect(parseIdentity(xml(`claimed="${String(form)}" ${ME_XML}`))).toEqual(found(claim))
  })

  it.each([
    ['missing in XML', xml(ME_XML)],
    ['written in another case', json({ Claimed: true, CLAIMED: true, ...ME })],
    ['written in another case in XML', xml(`Claimed="1" ${ME_XML}`)],
    [
      'on another level',
      JSON.stringify({ claimed: true, MediaContainer: { ...ME, Server: { claimed: true } } }),
    ],
    ['on another element', xml(ME_XML, '', '<Server claimed="1"/>')],
    ['in another namespace', xml(`xmlns:x="urn:x" x:claimed="1" ${ME_XML}`)],
    [
      'inherited from __proto__',
      `{"MediaContainer":{"__proto__":{"claimed":true},${JSON.stringify(ME).slice(1)}}`,
    ],
  ])('%s is unknown', (_what, body) => {
    expect(parseIdentity(body)).toEqual(found('unknown'))
  })
})

describe('the machine identifier', () => {
  const read = (machineIdentifier: unknown) => {
    const parsed = parseIdentity(json({ claimed: false, machineIdentifier }))
    return parsed.kind === 'identity' ? parsed.identity.machineIdentifier : parsed.reason
  }
  it.each([
    ['32 digits, as in the official example', 'a1'.repeat(16), 'a1'.repeat(16)],
    ['40 digits, as in practice', ATTIC, ATTIC],
    ['64 digits', 'f'.repeat(64), 'f'.repeat(64)],
    ['capitals', ATTIC.toUpperCase(), ATTIC],
    ['31 digits', 'a'.repeat(31), 'odd-identifier'],
    ['65 digits', 'a'.repeat(65), 'odd-identifier'],
    ['a letter that is no digit', `${'a'.repeat(39)}g`, 'odd-identifier'],
    ['a line after it', `${ATTIC}\n`, 'odd-identifier'],
    ['a space before it', ` ${ATTIC}`, 'odd-identifier'],
    ['markup', `<b>${ATTIC}</b>`, 'odd-identifier'],
    ['a path', `${ATTIC}/../../x`, 'odd-identifier'],
    ['empty', '', 'another-product'],
    ['missing', undefined, 'another-product'],
    ['a number', 1e39, 'odd-identifier'],
    ['a list', [ATTIC], 'odd-identifier'],
    ['nothing', null, 'another-product'],
  ])('%s', (_what, given, expected) => {
    expect(read(given)).toBe(expected)
  })
})

describe('an answer of something else', () => {
  it.each([
    ['a web page', '<!doctype html><html><body>Printer</body></html>', anotherProduct],
    [
      'a web page with an identity in it',
      `<html><body>${xml(`claimed="1" ${ME_XML}`, '')}</body></html>`,
      anotherProduct,
    ],
    [
      'a web page in XML',
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>',
      anotherProduct,
    ],
    ['another document in XML', `<?xml version="1.0"?><Device claimed="1" ${ME_XML}/>`, anotherProduct],
    ['an element with a longer name', `<MediaContainers claimed="1" ${ME_XML}/>`, anotherProduct],
    ['an element with a name in small letters', `<mediacontainer claimed="1" ${ME_XML}/>`, anotherProduct],
    [
      '503 as it is written in XML',
      '<?xml version="1.0"?><Response code="503" title="Maintenance" status="x"/>',
      anotherProduct,
    ],
    ['other JSON', '{"name":"printer"}', anotherProduct],
    ['JSON without the envelope', JSON.stringify({ claimed: true, ...ME }), anotherProduct],
    [
      'an envelope in small letters',
      JSON.stringify({ mediaContainer: { claimed: true, ...ME } }),
      anotherProduct,
    ],
    ['an empty envelope', '{"MediaContainer":{}}', anotherProduct],
    [
      'an envelope that is a list',
      JSON.stringify({ MediaContainer: [{ claimed: true, ...ME }] }),
      anotherProduct,
    ],
    [
      'an envelope that is text',
      JSON.stringify({ MediaContainer: json({ claimed: true, ...ME }) }),
      anotherProduct,
    ],
    ['an envelope that is nothing', '{"MediaContainer":null}', anotherProduct],
    [
      'an envelope inherited from __proto__',
      `{"__proto__":${json({ claimed: true, ...ME })}}`,
      anotherProduct,
    ],
    [
      'an identifier inherited from __proto__',
      `{"MediaContainer":{"__proto__":${JSON.stringify(ME)},"claimed":true}}`,
      anotherProduct,
    ],
    ['a list', `[${json({ claimed: true, ...ME })}]`, anotherProduct],
    ['text in JSON', JSON.stringify(json({ claimed: true, ...ME })), anotherProduct],
    ['a word', 'OK', anotherProduct],
    ['a number', '42', anotherProduct],
    ['half of its envelope and then a comment', `<!-- ${xml(ME_XML)} -->`, anotherProduct],
  ])('%s', (_what, body, expected) => {
    expect(parseIdentity(body)).toEqual(expected)
  })
})

describe('half an answer', () => {
  it.each([
    ['nothing at all', ''],
    ['only spaces', ' \n\t '],
    ['only a byte order mark', '\uFEFF'],
    ['JSON cut in the middle', json({ claimed: true, ...ME }).slice(0, -20)],
    ['JSON without its last brace', json({ claimed: true, ...ME }).slice(0, -1)],
    ['JSON with something after it', `${json({ claimed: true, ...ME })}}`],
    ['JSON in single quotes', json({ claimed: true, ...ME }).replaceAll('"', "'")],
    ['one brace', '{'],
    ['XML cut in the middle', xml(`claimed="1" ${ME_XML}`).slice(0, -30)],
    ['XML cut before its end tag', xml(`claimed="1" ${ME_XML}`).replace('</MediaContainer>', '')],
    ['XML with something after it', `${xml(`claimed="1" ${ME_XML}`)}<x/>`],
    ['an attribute twice', xml(`claimed="0" claimed="1" ${ME_XML}`)],
    ['an attribute without quotes', xml(`claimed=1 ${ME_XML}`)],
    ['an entity that nobody declared', xml(`claimed="1" ${ME_XML} title="&nope;"`)],
    ['only a declaration', '<?xml version="1.0" encoding="UTF-8"?>'],
    [
      'a document type',
      `<?xml version="1.0"?><!DOCTYPE MediaContainer><MediaContainer claimed="1" ${ME_XML}/>`,
    ],
    [
      'a document type in small letters',
      `<?xml version="1.0"?><!doctype a><MediaContainer claimed="1" ${ME_XML}/>`,
    ],
    [
      'entities of its own',
      `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY flag "1">]><MediaContainer claimed="&flag;" ${ME_XML}/>`,
    ],
  ])('%s', (_what, body) => {
    expect(parseIdentity(body)).toEqual(garbled)
  })

  it('XML where nothing reads XML', () => {
    vi.stubGlobal('DOMParser', undefined)
    expect(parseIdentity(xml(`claimed="1" ${ME_XML}`))).toEqual(garbled)
    expect(parseIdentity(json({ claimed: true, ...ME }))).toEqual(found('claimed'))
  })

  it('a hundred thousand levels', () => {
    expect(parseIdentity('{"MediaContainer":'.repeat(100_000))).toEqual(garbled)
    expect(parseIdentity(`{"MediaContainer":${'['.repeat(30_000)}${']'.repeat(30_000)}}`)).toEqual(
      anotherProduct,
    )
  })
})

describe('any answer at all', () => {
  const bodies = fc.constantFrom(
    json({ claimed: true, ...ME }),
    json({ claimed: false, ...ME }),
    json({ claimed: '0', startState: 'startingPlugins', ...ME }),
    json(ME),
    xml(`claimed="1" ${ME_XML}`),
    xml(`claimed="0" ${ME_XML}`),
    xml(`claimed="0" ${ME_XML}`, ''),
    xml(ME_XML),
  )
  const noise = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      '"',
      "'",
      '<',
      '>',
      '/',
      '{',
      '}',
      '&',
      '=',
      '\u0000',
      '\uD800',
      '\uFEFF',
      'claimed',
      '1',
      '0',
    ),
  )
  /** Cut a piece out anywhere, put something else there. */
  const mutated = fc
    .tuple(bodies, fc.array(fc.tuple(fc.nat(), fc.nat(12), noise), { minLength: 1, maxLength: 4 }))
    .map(([body, cuts]) =>
      cuts.reduce((text, [at, length, put]) => {
        const start = at % (text.length + 1)
        return text.slice(0, start) + put + text.slice(start + length)
      }, body),
    )
  const cut = fc.tuple(bodies, fc.nat()).map(([body, at]) => body.slice(0, at % body.length))
  /** Bytes as they come from the network. */
  const bytes = fc.uint8Array({ maxLength: 400 }).map((body) => new TextDecoder().decode(body))
  const flipped = fc.tuple(bodies, fc.nat(), fc.nat(7)).map(([body, at, bit]) => {
    const encoded = new TextEncoder().encode(body)
    const index = at % encoded.length
    encoded[index] = (encoded[index] ?? 0) ^ (1 << bit)
    return new TextDecoder().decode(encoded)
  })
  const fields = fc
    .dictionary(
      fc.constantFrom('claimed', 'machineIdentifier', 'version', 'startState', '__proto__', 'size'),
      fc.jsonValue(),
    )
    .map(json)

  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    bytes,
    fc.json(),
    fields,
    mutated,
    mutated,
    cut,
    flipped,
  )

  it('is a value, and names a state only with an identifier and a flag that stand in it', () => {
    fc.assert(
      fc.property(anything, (body) => {
        const parsed = parseIdentity(body)
        if (parsed.kind === 'failure') {
          expect(['another-product', 'odd-identifier', 'garbled']).toContain(parsed.reason)
          return
        }
        const { machineIdentifier, claim, version, startState } = parsed.identity
        expect(machineIdentifier).toMatch(/^[0-9a-f]{32,64}$/)
        expect(body.toLowerCase()).toContain(machineIdentifier)
        if (claim !== 'unknown') {
          const flag =
            claim === 'claimed'
              ? /"?claimed"?\s*[:=]\s*["']?(true|1)\b/
              : /"?claimed"?\s*[:=]\s*["']?(false|0)\b/
          expect(body).toMatch(flag)
        }
        for (const text of [version, startState]) expect(text ?? 'x').toMatch(/^[\x20-\x7E]{1,40}$/)
      }),
      { numRuns: 1_000 },
    )
  })

  it('cut short is never an identity', () => {
    fc.assert(
      fc.property(cut, (body) => {
        expect(parseIdentity(body).kind).toBe('failure')
      }),
    )
  })
})
