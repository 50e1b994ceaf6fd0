import assert from 'node:assert/strict'
import { parseGdmReply } from '../../src/cli/find/gdm.ts'
import { gdmReply } from '../../src/mocks/gdm-responder.ts'
import { resultOfClaim } from '../../src/server/claim.ts'
import { parseIdentity, type ParsedIdentity } from '../../src/server/identity.ts'
import { resultOfReply } from '../../src/server/probe.ts'
import { rootOfXml } from '../../src/server/xml-by-hand.ts'
import { garbled } from './garbled.ts'
import { keeps } from './keeps.ts'

const ID = '4e1b7c90a2d35f68b0c4d7e19f2a6b83c5d0e7f1'
const VERSION = '1.43.4.9999-abcdef012'

const jsonOf = (fields: object): string => JSON.stringify({ MediaContainer: { size: 0, ...fields } })
const IN_JSON = [
  jsonOf({ claimed: true, machineIdentifier: ID, version: VERSION }),
  jsonOf({ claimed: false, machineIdentifier: ID, version: VERSION, startState: 'startingPlugins' }),
  jsonOf({ claimed: '0', machineIdentifier: ID }),
  `{"Response":{"code":503,"title":"Maintenance"}}`,
]
const JSON_PIECES = [
  '"claimed":true,',
  '"claimed":0,',
  '"claimed":"false",',
  '"claimed":[],',
  '"machineIdentifier":"',
  '"MediaContainer":{',
  '"version":',
  '"startState":"',
  '\\u0000',
  '\\ud800',
  ID,
]
const IN_XML = [
  `<?xml version="1.0" encoding="UTF-8"?>\n<MediaContainer size="0" claimed="1" machineIdentifier="${ID}" version="${VERSION}">\n</MediaContainer>\n`,
  `<MediaContainer claimed='0' machineIdentifier="${ID}" startState="startingPlugins"/>`,
  `<!-- x --><MediaContainer machineIdentifier="${ID}"><Directory key="a"/></MediaContainer>`,
  '<?xml version="1.0"?><Response code="503" title="Maintenance" status="…"/>',
]
const XML_PIECES = [
  ' claimed="1"',
  " claimed='0'",
  ' machineIdentifier="',
  '<MediaContainer ',
  '</MediaContainer>',
  '<!DOCTYPE a [<!ENTITY b "1">]>',
  '<!--',
  '-->',
  '<?',
  '?>',
  '<![CDATA[',
  ']]>',
  '&b;',
  '&#49;',
  '&#x110000;',
  '&amp;',
  ' xmlns:a="b"',
  'a:',
  ID,
]

keeps('an answer in JSON', garbled(IN_JSON, JSON_PIECES), (text) => assertRead(text, parseIdentity(text)))

keeps('an answer in XML, as a page reads it and as a program does', garbled(IN_XML, XML_PIECES), (text) => {
  const inPage = parseIdentity(text)
  const inProgram = parseIdentity(text, rootOfXml)
  assertRead(text, inPage)
  assertRead(text, inProgram)
  if (inPage.kind === 'identity' && inProgram.kind === 'identity') {
    assert.equal(inProgram.identity.machineIdentifier, inPage.identity.machineIdentifier)
    assert.equal(inProgram.identity.claim, inPage.identity.claim)
  }
})

function assertRead(text: string, parsed: ParsedIdentity): void {
  if (parsed.kind === 'failure') {
    return assert.ok(['another-product', 'odd-identifier', 'garbled'].includes(parsed.reason))
  }
  const { machineIdentifier, claim, version, startState } = parsed.identity
  assert.match(machineIdentifier, /^[\da-f]{32,64}$/)
  assert.ok(['claimed', 'unclaimed', 'unknown'].includes(claim))
  // A state that nobody wrote is nobody's.
  if (claim !== 'unknown') assert.match(text, /claimed/)
  for (const shown of [version, startState]) if (shown !== null) assert.match(shown, /^[\x20-\x7E]{1,40}$/)
}

const PAGES = [
  ...IN_JSON,
  ...IN_XML,
  '<html><head><title>Unauthorized</title></head><body><h1>401 Unauthorized</h1></body></html>',
  '<html><head><title>503 Service Temporarily Unavailable</title></head><body><center><h1>503 Service Temporarily Unavailable</h1></center><hr><center>nginx</center></body></html>',
  'default backend - 404',
  'still starting up',
]
const PAGE_PIECES = [...XML_PIECES, '<title>', '</title>', '<h1>', '401 ', '</h1>', '503', 'nginx']
const STATUSES = [200, 204, 299, 400, 401, 403, 404, 407, 418, 429, 500, 502, 503, 504, 520, 599]

keeps('an answer of anybody, with any status', garbled(PAGES, PAGE_PIECES), (text) => {
  const status = STATUSES[text.length % STATUSES.length] ?? 200
  const said = resultOfReply({ kind: 'reply', status, retryAfterMs: null, dateMs: null, text }, rootOfXml)
  // Only what went well says who it is, and only a 503 that it starts.
  if (said.kind === 'identity') assert.ok(status < 400)
  if (said.kind === 'starting') assert.equal(status, 503)
  const claim = resultOfClaim({ status, text })
  assert.equal(claim === 'accepted', status < 300)
  if (claim === 'starting') assert.ok(status >= 400)
})

const PACKETS = [
  gdmReply({ machineIdentifier: ID, name: 'Büro 数据 🎬', version: VERSION, port: 32_400 }),
  `HELLO * HTTP/1.0\r\nContent-Type: plex/media-server\r\nResource-Identifier: ${ID}\r\nName: A B\r\n\r\n`,
  `HTTP/1.1 200 OK\nContent-Type: plex/media-server\nResource-Identifier:${ID}\nPort:1\n\n`,
  'M-SEARCH * HTTP/1.1\r\n\r\n',
]
const PACKET_PIECES = [
  'HTTP/1.0 200 OK\r\n',
  'Content-Type: plex/media-server\r\n',
  'Name: ',
  'Port: 65536\r\n',
  'Port: 0',
  'Version: ',
  'Resource-Identifier: ',
  '\u001B[2J',
  '\u009B31m',
  '\u2066',
  ID,
]

keeps('a packet that a server announces itself by', garbled(PACKETS, PACKET_PIECES), (text) => {
  // Some letters become bytes that are no text.
  const reply = parseGdmReply(Buffer.from(text, text.length % 3 === 0 ? 'latin1' : 'utf8'))
  if (reply === null) return
  assert.match(reply.machineIdentifier, /^[\da-f]{32,64}$/)
  assert.ok(Number.isInteger(reply.port) && reply.port >= 1 && reply.port <= 65_535)
  if (reply.version !== null) assert.match(reply.version, /^[\w.+-]{1,60}$/)
  if (reply.name === null) return
  assert.ok(reply.name !== '' && [...reply.name].length <= 80)
  assert.doesNotMatch(reply.name, /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]|^\s|\s$/u)
})
