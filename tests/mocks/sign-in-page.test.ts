// @vitest-environment node
import { JSDOM } from 'jsdom'
import { expect, test, vi } from 'vitest'
import { SIGN_IN_PAGE } from '../../src/mocks/sign-in-page.ts'

const ID = '4e1b7c90a2d35f68b0c4d7e19f2a6b83c5d0e7f1'
const RETURN_TO = 'http://127.0.0.1:32400/setup#/'
const AUTH = `/auth#?clientID=${ID}&code=abcd&context[device][product]=Plex%20Media%20Server`

function opened(path: string, answer: () => Promise<{ ok: boolean }> = () => Promise.resolve({ ok: true })) {
  const post = vi.fn(answer)
  const { window } = new JSDOM(SIGN_IN_PAGE, {
    url: `http://127.0.0.1:8080${path}`,
    runScripts: 'dangerously',
    beforeParse: (page) => void Object.assign(page, { fetch: post }),
  })
  const text = (id: string) => window.document.getElementById(id)?.textContent ?? ''
  const press = (name: string) => {
    const named = [...window.document.querySelectorAll('button')].find((each) => each.textContent === name)
    if (named === undefined) throw new Error(`there is no button "${name}"`)
    named.click()
  }
  const hidden = (id: string) => window.document.getElementById(id)?.hidden
  return { window, post, text, press, hidden, stored: () => window.localStorage.getItem('pretend-account') }
}

test.each([`/desktop/#!/server/${ID}/await`, AUTH])('names the server of %s', (path) => {
  const { text, hidden } = opened(path)
  expect(text('server')).toBe('d0e7f1')
  expect([hidden('question'), hidden('nobody')]).toEqual([false, true])
})

test('shows code and product when they came along', () => {
  const { text, hidden } = opened(AUTH)
  expect([text('product'), text('code'), hidden('with-code')]).toEqual(['Plex Media Server', 'abcd', false])
})

test('approving tells the account, and the other tab through storage', async () => {
  const { post, press, text, stored } = opened(`/desktop/#!/server/${ID}/await`)
  press('Approve')
  await expect.poll(() => text('status')).toBe('Approved. Go back to the other tab.')
  expect(post).toHaveBeenCalledExactlyOnceWith(`/pretend/approve?machineIdentifier=${ID}`, { method: 'POST' })
  expect(JSON.parse(stored() ?? '')).toEqual({ machineIdentifier: ID, at: expect.any(Number) as number })
})

test('says where it will go when it was told to come back', async () => {
  const { press, text, window } = opened(`${AUTH}&forwardUrl=${encodeURIComponent(RETURN_TO)}`)
  press('Approve')
  await expect.poll(() => text('status')).toBe(`Approved. Taking you back to ${RETURN_TO}`)
  window.close()
})

test.each(['file:///tmp/page.html', 'javascript:alert(1)'])('goes nowhere for %s', async (forwardUrl) => {
  const { press, text } = opened(`${AUTH}&forwardUrl=${encodeURIComponent(forwardUrl)}`)
  press('Approve')
  await expect.poll(() => text('status')).toBe('Approved. Go back to the other tab.')
})

test('giving up changes nothing', () => {
  const { press, post, text, stored } = opened(AUTH)
  press('Give up')
  expect(text('status')).toContain('Nothing was changed')
  expect([post.mock.calls.length, stored()]).toEqual([0, null])
})

test('an account that is gone is said, and nothing is remembered', async () => {
  const { press, text, stored } = opened(AUTH, () => Promise.reject(new TypeError('Failed to fetch')))
  press('Approve')
  await expect.poll(() => text('status')).toContain('no longer running')
  expect(stored()).toBeNull()
})

test.each(['/auth', '/desktop/#!/server/<img src=x>/await', '/auth#?clientID=short'])(
  'asks nothing when %s names no server',
  (path) => {
    const { hidden } = opened(path)
    expect([hidden('question'), hidden('nobody')]).toEqual([true, false])
  },
)
