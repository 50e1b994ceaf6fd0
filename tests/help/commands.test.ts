import { describe, expect, it } from 'vitest'
import { optOutCommands, recoveryCommands, SIGN_IN_VALUES } from '../../src/help/commands.ts'
import { PLACES } from '../../src/server/place.ts'

describe.each(PLACES)('on %s', (place) => {
  it('a backup comes before the change', () => {
    for (const commands of [recoveryCommands(place), optOutCommands(place)]) {
      expect(commands.backup.length).toBeGreaterThan(0)
      expect(commands.change.length).toBeGreaterThan(0)
    }
  })

  it('recovery takes out exactly the four values', () => {
    const text = recoveryCommands(place).change.join('\n')
    const named = [...new Set(text.match(/\bPlexOnline\w+|\bProcessed\w*|\bMachineIdentifier\b/g))].sort()
    expect(named).toEqual([...SIGN_IN_VALUES].sort())
  })

  it('opting out sets one value', () => {
    const text = optOutCommands(place).change.join('\n')
    expect(text).toContain('enableLocalSecurity')
    expect(text).not.toContain('PlexOnline')
  })

  it('a started server is started again, where it was stopped by a line', () => {
    const { stop, start } = recoveryCommands(place)
    if (!place.startsWith('windows')) expect(start.length).toBe(stop.length)
  })
})
