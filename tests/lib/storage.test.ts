import { act, cleanup, renderHook } from '@testing-library/react'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keep, recall, useKeptChanges, type Shelf } from '../../src/lib/storage.ts'

// A busy computer takes its time over thousands of examples.
vi.setConfig({ testTimeout: 60_000 })

const SHELVES: readonly Shelf[] = ['lasting', 'tab']

function denied(): never {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  sessionStorage.clear()
})

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  for (const shelf of SHELVES) keep(shelf, 'key', null)
  vi.useRealTimers()
})

describe.each(SHELVES)('the %s shelf', (shelf) => {
  it('gives back what was kept', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (key, text) => {
        keep(shelf, key, text)
        expect(recall(shelf, key)).toBe(text)
        keep(shelf, key, null)
        expect(recall(shelf, key)).toBeNull()
      }),
    )
  })

  it('has nothing that was not kept', () => {
    expect(recall(shelf, 'key')).toBeNull()
  })

  it('throws away what is far too long, so that it costs time only once', () => {
    const storage = shelf === 'lasting' ? localStorage : sessionStorage
    storage.setItem('setup-plex:key', 'x'.repeat(16_384))
    expect(recall(shelf, 'key')).toHaveLength(16_384)
    storage.setItem('setup-plex:key', 'x'.repeat(16_385))
    expect(recall(shelf, 'key')).toBeNull()
    expect(storage.getItem('setup-plex:key')).toBeNull()
  })

  it('keeps the newest', () => {
    keep(shelf, 'key', 'old')
    keep(shelf, 'key', 'new')
    expect(recall(shelf, 'key')).toBe('new')
  })

  it.each([
    [
      'storage is denied',
      () => {
        vi.spyOn(window, 'localStorage', 'get').mockImplementation(denied)
        vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(denied)
      },
    ],
    [
      'storage can be neither read nor written',
      () => {
        for (const name of ['getItem', 'setItem', 'removeItem'] as const) {
          vi.spyOn(Storage.prototype, name).mockImplementation(denied)
        }
      },
    ],
    [
      'storage is full',
      () => {
        vi.spyOn(Storage.prototype, 'setItem').mockImplementation(denied)
      },
    ],
  ])('works until the page is closed where %s', (_what, spoil) => {
    keep(shelf, 'key', 'from before')
    spoil()
    keep(shelf, 'key', 'now')
    expect(recall(shelf, 'key')).toBe('now')
    keep(shelf, 'key', 'and now')
    expect(recall(shelf, 'key')).toBe('and now')
  })

  it('forgets where storage is denied', () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(denied)
    vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(denied)
    keep(shelf, 'key', 'now')
    keep(shelf, 'key', null)
    expect(recall(shelf, 'key')).toBeNull()
  })

  it('prefers storage as soon as it works again', () => {
    const spy = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(denied)
    keep(shelf, 'key', 'in memory')
    spy.mockRestore()
    keep(shelf, 'key', 'in storage')
    expect((shelf === 'lasting' ? localStorage : sessionStorage).getItem('setup-plex:key')).toBe('in storage')
    expect(recall(shelf, 'key')).toBe('in storage')
  })
})

describe('two shelves', () => {
  it('do not mix, neither in storage nor in memory', () => {
    keep('lasting', 'key', 'lasting')
    expect(recall('tab', 'key')).toBeNull()
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(denied)
    keep('tab', 'key', 'tab')
    expect(recall('lasting', 'key')).toBe('lasting')
    expect(recall('tab', 'key')).toBe('tab')
  })

  it('leave alone what other file pages keep', () => {
    localStorage.setItem('key', 'of another page')
    expect(recall('lasting', 'key')).toBeNull()
    keep('lasting', 'key', 'ours')
    keep('lasting', 'key', null)
    expect(localStorage.getItem('key')).toBe('of another page')
  })
})

describe('a page that shows what is kept', () => {
  function shown() {
    return renderHook(() => {
      useKeptChanges()
      return recall('lasting', 'key')
    })
  }

  it('renders again after something is kept, but not in the middle of a click', () => {
    const { result } = shown()
    act(() => {
      keep('lasting', 'key', 'new')
    })
    expect(result.current).toBeNull()
    act(() => {
      vi.runAllTimers()
    })
    expect(result.current).toBe('new')
  })

  it('renders again when another tab keeps something', () => {
    const { result } = shown()
    localStorage.setItem('setup-plex:key', 'from the other tab')
    act(() => {
      window.dispatchEvent(new StorageEvent('storage'))
    })
    expect(result.current).toBe('from the other tab')
  })
})
