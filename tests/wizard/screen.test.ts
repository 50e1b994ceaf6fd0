import { describe, expect, it } from 'vitest'
import { EVERY_SCREEN } from '../../src/gallery/every-screen.ts'
import { healthOn, machineOn, newsOn, waitingOn, type ScreenName } from '../../src/wizard/screen/screen.ts'
import { ATTIC, CELLAR, screenFor } from './facts-fixture.ts'

const on = (name: ScreenName) => screenFor(EVERY_SCREEN[name])

describe('what a screen tells beside itself', () => {
  it.each(['confirming', 'ask-finished', 'overdue', 'claimed', 'hearsay'] as const)(
    'is how the server does: %s',
    (name) => {
      expect(healthOn(on(name))).toBe('answering')
      expect(newsOn(on(name))).toBe(`${name}, answering`)
    },
  )

  it('is how many servers were found, while a search goes on', () => {
    expect(newsOn(on('searching'))).toBe('1')
  })

  it.each(['looking', 'missing', 'unclaimed', 'starting', 'choosing'] as const)('is nothing: %s', (name) => {
    expect(healthOn(on(name))).toBeNull()
    expect(newsOn(on(name))).toBeNull()
  })
})

describe('the machine on screen', () => {
  it.each(['confirming', 'ask-finished', 'overdue', 'unclaimed', 'claimed', 'found'] as const)(
    'is %s',
    (name) => {
      expect(machineOn(on(name))).toBe(ATTIC)
    },
  )

  it('is nobody who answers in its place', () => {
    expect(on('another-machine')).toMatchObject({ machineIdentifier: CELLAR })
    expect(machineOn(on('another-machine'))).toBeNull()
  })

  it.each(['confirming', 'ask-finished', 'overdue'] as const)('is waited for: %s', (name) => {
    expect(waitingOn(on(name))?.name).toBe(name)
  })

  it('is not waited for elsewhere', () => {
    expect(waitingOn(on('claimed'))).toBeNull()
  })
})
