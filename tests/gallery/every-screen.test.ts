import { describe, expect, it } from 'vitest'
import { EVERY_SCREEN } from '../../src/gallery/every-screen.ts'
import { SCREEN_NAMES } from '../../src/wizard/screen/screen.ts'
import { screenFor } from '../wizard/facts-fixture.ts'

describe('the facts of every screen', () => {
  it('are there for each screen, and in the order of the contract', () => {
    expect(Object.keys(EVERY_SCREEN)).toEqual(SCREEN_NAMES)
  })

  it.each(SCREEN_NAMES)('lead to "%s"', (name) => {
    expect(screenFor(EVERY_SCREEN[name]).name).toBe(name)
  })
})
