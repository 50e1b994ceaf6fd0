import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseClaimCode } from '../../src/account/claim-code.ts'

const CODE = 'claim-abcdefghij0123456789'
const problemOf = (text: unknown) => {
  const parsed = parseClaimCode(text)
  return parsed.kind === 'problem' ? parsed.problem : `the code ${parsed.code}`
}

describe('a claim code', () => {
  it.each([
    ['alone', CODE],
    ['with blanks around it', `  ${CODE}\n`],
    ['with blanks in it', 'claim-abcde fghij 01234 56789'],
    ['broken by a line end', 'claim-abcdefghij\n0123456789'],
    ['in quotes', `"${CODE}"`],
    ['in quotes, with blanks in it', '"claim-abcde fghij 01234 56789"'],
    ['in a variable', `PLEX_CLAIM=${CODE}`],
    ['in a whole command', `docker run -d --name plex -e PLEX_CLAIM="${CODE}" plexinc/pms-docker`],
    ['behind another word that begins like one', `docker run --name claim-server -e PLEX_CLAIM=${CODE}`],
    ['in a compose file', `    environment:\n      - PLEX_CLAIM=${CODE}\n      - TZ=Europe/Berlin`],
    ['in an address', `http://192.168.1.10:32400/myplex/claim?token=${CODE}`],
    ['shouted at its beginning', CODE.replace('claim', 'Claim')],
    ['shouted in a variable', `PLEX_CLAIM=${CODE.replace('claim', 'Claim')}`],
    ['shouted with blanks in it', 'Claim-abcde fghij 01234 56789'],
  ])('is found %s', (_, text) => {
    expect(parseClaimCode(text)).toEqual({ kind: 'code', code: CODE })
  })

  it('is looked for in the first 4,000 characters', () => {
    expect(problemOf('. '.repeat(2_000) + CODE)).toBe('no-code')
    expect(parseClaimCode('. '.repeat(1_900) + CODE)).toMatchObject({ kind: 'code' })
  })

  it('may hold dashes and lines', () => {
    expect(parseClaimCode('claim-ab_d-fghij0123456789')).toMatchObject({ kind: 'code' })
  })

  it.each([
    ['empty', ''],
    ['empty', '   \n'],
    ['no-code', 'hello'],
    ['no-code', 'claim'],
    ['no-code', 'https://plex.tv/claim'],
    ['too-short', 'claim-abc'],
    ['too-short', `docker run -e PLEX_CLAIM=claim-abc plexinc/pms-docker`],
    ['too-short', 'PLEX_CLAIM=claim-abcdefghijklmnop next'],
    ['too-short', 'claim-abcdefghij"0123456789'],
    ['too-short', 'claim-abcde fghij 01234 5678!'],
    ['too-long', `${CODE}0`],
    ['too-long', `PLEX_CLAIM=${CODE}abc next`],
    ['no-code', 'abcdefghij012345678'],
    ['no-code', 'http://192.168.1.10:32400/web/index.html'],
    ['no-code', 'see eyJh.eyJi.c2ln in the log'],
    ['no-code', 'eyJh.eyJi.c2ln, and more'],
  ])('%s: %s', (problem, text) => {
    expect(problemOf(text)).toBe(problem)
  })

  // They are as good as a password, and must never be sent anywhere.
  it.each([
    ['alone', 'x1Y2z3A4b5C6d7E8f9G0'],
    ['with a dash or a line in it', '-1Y2z3A4b5C6d7E8f9_0'],
    ['in quotes', '"x1Y2z3A4b5C6d7E8f9G0"'],
    ['made of a code', 'xyz_claim-abcdefghij0123456789'],
    ['of the new kind', 'eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJwbGV4In0.c2ln'],
    ['of the new kind, cut short', 'eyJhbGciOiJFZERTQSJ9.eyJpc3M'],
    ['in a header', 'x-plex-token: x1'],
    ['in a setting', 'X-Plex-Token = x1'],
    ['in an address', 'http://192.168.1.10:32400/?X-Plex-Token=x1Y2z3A4b5C6d7E8f9G0'],
    ['in the settings of a server', '<Preferences PlexOnlineToken="x1Y2z3A4b5C6d7E8f9G0"/>'],
    ['in the answer of a program', '{"authToken": "x1Y2z3A4b5C6d7E8f9G0"}'],
  ])('L2: is not an access token, %s', (_, text) => {
    expect(problemOf(text)).toBe('token')
  })

  it.each([null, undefined, 7, {}, ['claim-']])('is not there in %s', (value) => {
    expect(problemOf(value)).toBe('empty')
  })

  it('is always claim- and twenty characters, whatever is around it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const parsed = parseClaimCode(`${before}${CODE}${after}`)
        if (parsed.kind === 'code') expect(parsed.code).toMatch(/^claim-[\w-]{20}$/)
      }),
    )
  })
})
