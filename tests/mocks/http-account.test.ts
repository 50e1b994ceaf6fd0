// @vitest-environment node
import { expect, test } from 'vitest'
import { startAccount } from '../../src/mocks/http-account.ts'
import { startHost } from '../../src/mocks/http-host.ts'
import { SIGN_IN_PAGE } from '../../src/mocks/sign-in-page.ts'

test('approving over HTTP makes the server say that it is claimed about a second later', async () => {
  const host = await startHost({ behaviour: 'unclaimed' })
  const account = await startAccount()
  try {
    account.onApprove(host.approve)
    const approving = `${account.origin}/pretend/approve?machineIdentifier=${host.machineIdentifier()}`
    const before = Date.now()
    expect((await fetch(approving, { method: 'POST' })).status).toBe(204)
    expect(account.approved()).toEqual([host.machineIdentifier()])
    await expect.poll(() => host.behaviour(), { timeout: 10_000 }).toBe('claimed')
    expect(Date.now() - before).toBeGreaterThanOrEqual(1_000)
  } finally {
    await Promise.all([host.stop(), account.stop()])
  }
}, 15_000)

test('serves the sign-in page at the addresses of the real one, and nothing else', async () => {
  const account = await startAccount()
  try {
    for (const path of ['/desktop/', '/auth']) {
      const answer = await fetch(account.origin + path)
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(await answer.text()).toBe(SIGN_IN_PAGE)
    }
    expect((await fetch(`${account.origin}/`)).status).toBe(404)
    expect((await fetch(`${account.origin}/pretend/approve`, { method: 'POST' })).status).toBe(400)
    expect(account.approved()).toEqual([])
  } finally {
    await account.stop()
  }
})
