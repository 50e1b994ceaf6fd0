import { describe, expect, it } from 'vitest'
import { chaosCells, chaosRow, drawChaos } from './chaos.ts'
import { FAULTS } from './faults.ts'

const SEEDS = Array.from({ length: 1_000 }, (_, at) => at + 1)

describe('two faults at a time', () => {
  it('are the same for the same seed, whatever else is asked for', () => {
    expect(chaosCells(17, 1)).toEqual(chaosCells(1, 20).slice(16, 17))
    expect(drawChaos(17)).toEqual(drawChaos(17))
  })

  it('are found again by their name, in which their seed is', () => {
    for (const { row } of chaosCells(1, 20)) expect(chaosRow(row)?.name).toBe(row)
    expect(chaosRow('silent')).toBeNull()
  })

  it('differ, and let nobody link or unlink the server', () => {
    for (const { scene, faults } of SEEDS.map(drawChaos)) {
      const [one, other] = faults
      expect(one).not.toBe(other)
      expect([one.when, other.when]).not.toContain('approved')
      const linked = faults.filter(({ when }) => when === 'claimed').length
      if (scene !== 'linked') expect(linked).toBe(0)
    }
  })

  it('are sooner or later all that fit', () => {
    const drawn = new Set(SEEDS.flatMap((seed) => drawChaos(seed).faults.map(({ name }) => name)))
    const missing = FAULTS.filter(
      ({ name, long, when }) => long === undefined && when !== 'approved' && !drawn.has(name),
    )
    expect(missing.map(({ name }) => name)).toEqual([])
  })
})
