import { setTimeout as pause } from 'node:timers/promises'
import { inject } from 'vitest'
import { startAccount, type RunningAccount } from '../../../src/mocks/http-account.ts'
import type { ChromiumTab } from '../drivers/chromium-tab.ts'
import { until } from '../drivers/people.ts'
import type { SceneMaker } from './scene-maker.ts'

/** As long as another file may take that has it. */
export const ACCOUNT_WITHIN_MS = 300_000

/**
 * Starts the account service that the demo page leads to. The page names one port, and two files of tests run at a time:
 * where another has it, it is waited for.
 */
export async function startOnlyAccount(): Promise<RunningAccount> {
  const port = inject('accountPort')
  for (;;) {
    try {
      return await startAccount({ port })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
      await pause(100)
    }
  }
}

/** Opens the page of a server that this account can link. */
export async function openUnlinked(maker: SceneMaker, account: RunningAccount): Promise<ChromiumTab> {
  const host = await maker.host('unclaimed')
  const stop = account.onApprove(host.approve)
  maker.later(() => Promise.resolve(stop()))
  const tab = await maker.open([host.origin])
  await until(tab, 'unclaimed')
  return tab
}
