import { writeStored } from '../../../src/lib/storage.ts'

/** Storage has to work while this is called. */
export function forgetKept(keys: readonly string[]): void {
  for (const key of keys) for (const area of ['local', 'session'] as const) writeStored(area, key, null)
}
