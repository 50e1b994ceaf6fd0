// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lookAtPage } from '../../../src/cli/doctor/look-at-page.ts'
import { EMPTY_ELEMENT } from '../../../src/stamp/format.ts'
import { stampedPage } from '../../../src/stamp/write-stamp.ts'
import { at, ATTIC, LAN, says } from './facts.ts'

const PACKAGED = `<!doctype html><title>Setup Plex</title>${EMPTY_ELEMENT}<p>the rest</p>`
const STAMPED = stampedPage(PACKAGED, { server: { machineIdentifier: ATTIC, addresses: [LAN] } })

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'look-at-page-'))
  file = join(folder, 'Setup Plex.html')
})
afterEach(() => rmSync(folder, { recursive: true }))

const look = (packaged = PACKAGED) =>
  lookAtPage(folder, packaged, (addresses) =>
    Promise.resolve(addresses.map((each) => at(each, says('unclaimed')))),
  )

describe('the page in the folder', () => {
  it('is read with its stamp, and its addresses are asked', async () => {
    writeFileSync(file, STAMPED, { mode: 0o600 })
    expect(await look()).toMatchObject({
      kind: 'page',
      stamp: { machineIdentifier: ATTIC, addresses: [LAN], broken: false },
      isThisVersion: true,
      isOpenToOthers: false,
      answers: [{ address: LAN }],
    })
  })

  it('may be of another version, or open to others', async () => {
    writeFileSync(file, STAMPED, { mode: 0o644 })
    expect(await look(PACKAGED.replace('the rest', 'another rest'))).toMatchObject({
      isThisVersion: false,
      isOpenToOthers: true,
    })
  })

  it("may hold what can't be read", async () => {
    writeFileSync(file, PACKAGED.replace('{}', '{"server":'))
    expect(await look()).toMatchObject({ kind: 'page', stamp: { broken: true } })
  })

  it('may not be there', async () => {
    expect(await look()).toEqual({ kind: 'none' })
  })

  it.each([
    [
      "the server's own file",
      () => writeFileSync(file, '<html><script>location="https://app.plex.tv"</script>'),
    ],
    ['two stamps', () => writeFileSync(file, PACKAGED + EMPTY_ELEMENT)],
    ['a folder', () => mkdirSync(file)],
    [
      'a link, wherever it leads',
      () => {
        writeFileSync(join(folder, 'elsewhere'), STAMPED)
        symlinkSync(join(folder, 'elsewhere'), file)
      },
    ],
    ['more than a page is', () => writeFileSync(file, STAMPED + ' '.repeat(9 * 1_024 * 1_024))],
  ])('is not there where %s is', async (_what, put) => {
    put()
    expect(await look()).toEqual({ kind: 'foreign' })
  })

  it('may be hidden from this user', async () => {
    const read = () => Promise.reject(Object.assign(new Error('EACCES'), { code: 'EACCES' }))
    expect(await lookAtPage(folder, PACKAGED, () => Promise.resolve([]), read)).toEqual({ kind: 'hidden' })
  })
})
