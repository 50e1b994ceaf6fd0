import { i18n } from '@lingui/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { stepToAllow } from '../../src/diagnosis/blocking-words.ts'
import { NO_EVIDENCE } from '../../src/diagnosis/evidence.ts'
import type { FailureReason } from '../../src/server/outcome.ts'
import { isolated } from '../../src/lib/isolated.ts'
import { missingWords, type Missing } from '../../src/wizard/words/missing-words.ts'
import { shortVersion } from '../../src/wizard/words/version-words.ts'
import { LAN } from './facts-fixture.ts'

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }))

const failed = (reason: FailureReason): Missing['first'] => ({
  address: LAN,
  latest: { kind: 'failure', reason, status: 500, retryAfterMs: null, tookMs: 10, atMs: 0 },
})

function said(more: Partial<Missing> = {}) {
  const { heading, lead, step } = missingWords({
    name: 'Attic NAS',
    first: failed('silent'),
    askedAlone: false,
    knowsNone: false,
    online: true,
    toAllow: null,
    ...more,
  })
  return { heading: i18n._(heading), lead: i18n._(lead), step: step === null ? null : i18n._(step) }
}

describe('where nothing answers', () => {
  it('the server is called by its name, its address or neither, as far as they are known', () => {
    expect(said().heading).toBe('The server “Attic NAS” does not answer')
    expect(said({ name: null }).heading).toBe('Your server does not answer')
    expect(said({ askedAlone: true }).heading).toBe('No server answers at 192.168.1.10:32400')
    expect(said({ knowsNone: true }).heading).toBe('No server was found yet')
  })

  it('nobody says that the server is off, which silence does not tell', () => {
    expect(said().lead).toMatch(/may be off or sleeping.*Nothing was changed/)
    expect(said().step).toMatch(/computer is on/)
  })

  it('a refusal tells that the computer may be on', () => {
    const { lead, step } = said({ first: failed('refused') })
    expect(lead).toMatch(/may be on without the server running/)
    expect(step).toMatch(/Plex Media Server is running/)
  })

  it('anything else is told as it is, without a step', () => {
    expect(said({ first: failed('faulty') })).toMatchObject({
      lead: expect.stringMatching(/error of its own/) as string,
      step: null,
    })
  })

  it('a device that is offline comes before all that', () => {
    expect(said({ online: false })).toMatchObject({
      lead: expect.stringMatching(/^This device is offline/) as string,
      step: null,
    })
  })

  it('a page that may only have to be allowed is told so first', () => {
    const toAllow = stepToAllow({ ...NO_EVIDENCE, openedFrom: 'outside' })
    expect(said({ toAllow }).step).toMatch(/^If the browser asks/)
    expect(said({ toAllow, online: false }).step).toBe(null)
  })
})

it('a name from right to left stands by itself in a sentence, and any other is left as it is', () => {
  expect(isolated('Attic NAS')).toBe('Attic NAS')
  expect(isolated('שרת')).toBe('\u2068שרת\u2069')
})

it.each([
  ['1.43.4.9999-abcdef012', '1.43.4'],
  ['1.43.4-rc', '1.43.4'],
  ['1.43.4', '1.43.4'],
  ['soon', 'soon'],
])('the version %s is short as %s', (version, short) => {
  expect(shortVersion(version)).toBe(short)
})
