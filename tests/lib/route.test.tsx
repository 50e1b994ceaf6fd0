import { act, renderHook } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { goTo, parseRoute, useRoute } from '../../src/lib/route.ts'

afterEach(() => history.replaceState(null, '', '/'))

describe('the hash of the address', () => {
  test.each([
    ['', '/', null],
    ['#', '/', null],
    ['#/', '/', null],
    ['#/?at=http%3A%2F%2F192.168.1.10%3A32400', '/', 'http://192.168.1.10:32400'],
    ['#/?at=http://attic:32400', '/', 'http://attic:32400'],
    ['#/help/recover', '/help/recover', null],
    ['#/help/tunnel?at=x', '/help/tunnel', 'x'],
    ['#main', '/', null],
    ['#?at=x', '/', null],
    ['#/?at=%', '/', '%'],
    ['#/?at=a&at=b', '/', 'a'],
  ])('%s is %s with the address %s', (hash, path, at) => {
    const route = parseRoute(hash)
    expect([route.path, route.parameters.get('at')]).toEqual([path, at])
  })
})

test('going somewhere and back is seen', async () => {
  const { result, unmount } = renderHook(() => useRoute().path)
  const arrived = (): Promise<unknown> =>
    new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }))
  for (const [go, path] of [
    [() => goTo('/help/recover'), '/help/recover'],
    [() => history.back(), '/'],
  ] as const) {
    await act(async () => {
      const arrival = arrived()
      go()
      await arrival
    })
    expect(result.current).toBe(path)
  }
  unmount()
})
