// @vitest-environment node
import { readFileSync } from 'node:fs'
import { afterEach, expect, it, vi } from 'vitest'
import { FROM_AFAR, isSeenFromAfar } from '../../src/lib/from-afar.ts'

const STYLES = new URL('../../src/ui/', import.meta.url)

afterEach(() => vi.unstubAllGlobals())

it.each([true, false])('asks the screen, which says %s', (says) => {
  const matchMedia = (query: string) => ({ matches: query === FROM_AFAR && says })
  vi.stubGlobal('window', { matchMedia })
  expect(isSeenFromAfar()).toBe(says)
})

it.each(['theme.css', 'panel.module.css', 'frame.module.css'])('%s asks the same', (file) => {
  const styles = readFileSync(new URL(file, STYLES), 'utf8')
  expect(styles.replace(/\s+/g, ' ')).toContain(`${FROM_AFAR} {`)
})
