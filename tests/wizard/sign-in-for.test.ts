import { afterEach, describe, expect, it } from 'vitest'
import { ownAddress, signInFor } from '../../src/wizard/screen/sign-in-for.ts'
import { ATTIC, CELLAR, factsOf, LAN, stampOf } from './facts-fixture.ts'

const PIN = { code: 'abcde12345abcde12345abcde', expiresAtMs: Number.MAX_SAFE_INTEGER }
const stamped = factsOf([], { stamp: stampOf(ATTIC, { signIn: PIN }) })

describe('the sign-in address of a machine', () => {
  it('brings the PIN of the file that this machine wrote', () => {
    expect(signInFor(ATTIC, stamped, null).href).toContain(`clientID=${ATTIC}&code=${PIN.code}`)
  })

  it('brings no PIN of the file that another machine wrote', () => {
    const { href } = signInFor(CELLAR, stamped, null)
    expect(href).toContain(CELLAR)
    expect(href).not.toContain(PIN.code)
    expect(href).not.toContain(ATTIC)
  })

  it('brings no PIN that ran out', () => {
    const signIn = { ...PIN, expiresAtMs: stamped.now.epochMs }
    expect(signInFor(ATTIC, factsOf([], { stamp: stampOf(ATTIC, { signIn }) }), null).href).not.toContain(
      PIN.code,
    )
  })

  it('leads back to where it is told', () => {
    expect(signInFor(ATTIC, stamped, 'http://nas/setup')).toMatchObject({ opens: 'here' })
    expect(signInFor(ATTIC, stamped, null)).toMatchObject({ opens: 'beside' })
  })
})

describe('the page’s own address', () => {
  afterEach(() => window.history.replaceState(null, '', '/'))

  it('is what stands in the address bar, without query and hash', () => {
    window.history.replaceState(null, '', '/setup?X-Plex-Token=secret#/?at=x')
    expect(ownAddress(factsOf([], { pageOrigin: LAN }))).toBe(`${window.location.origin}/setup`)
  })

  it('is none of a file, to which nobody can be sent back', () => {
    expect(ownAddress(factsOf([]))).toBeNull()
  })
})
