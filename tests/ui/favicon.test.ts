import { expect, it } from 'vitest'
import { faviconOf } from '../../src/app/favicon.ts'
import { STAGE_OF } from '../../src/wizard/screen/screen.ts'

const GREEN = encodeURIComponent('#1a6b32')

it('is green where the server is linked, and nowhere else', () => {
  for (const stage of [...new Set(Object.values(STAGE_OF)), 'crashed'] as const) {
    expect(faviconOf(stage).includes(GREEN), stage).toBe(stage === 'claimed')
  }
})
