import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { RunningAccount } from '../../../src/mocks/http-account.ts'
import { ACCOUNT_WITHIN_MS, startOnlyAccount } from './only-account.ts'

it(
  'waits as long as another has its port',
  async () => {
    const other = await startOnlyAccount()
    let own: RunningAccount | null = null
    const waiting = startOnlyAccount().then((account) => (own = account))
    await pause(300)
    expect(own).toBeNull()
    await other.stop()
    const account = await waiting
    expect(account.origin).toBe(other.origin)
    await account.stop()
  },
  ACCOUNT_WITHIN_MS,
)
