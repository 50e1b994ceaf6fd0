import { vi } from 'vitest'
import { writeStored } from '../src/lib/storage.ts'

/** Runs `run` in a browser that denies this page its storage, and forgets what was kept under `keys` meanwhile. */
export function withoutStorage(keys: readonly string[], run: () => void): void {
  const spies = (['localStorage', 'sessionStorage'] as const).map((area) =>
    vi.spyOn(window, area, 'get').mockImplementation(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }),
  )
  try {
    run()
  } finally {
    for (const spy of spies) spy.mockRestore()
    for (const key of keys) writeStored('session', key, null)
  }
}
