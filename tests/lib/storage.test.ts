import { act, cleanup, renderHook } from '@testing-library/react'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { writeStored, readStored, useStoredChanges, type StorageArea } from '../../src/lib/storage.ts'

// A busy computer takes its time over thousands of examples.
vi.setConfig({ testTimeout: 60_000 })

const AREAS: readonly StorageArea[] = ['local', 'session']

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
  for (const area of AREAS) writeStored(area, 'key', null)
  vi.useRealTimers()
})

describe.each(AREAS)('the %s area', (area) => {
  it('gives back what was kept', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (key, text) => {
        writeStored(area, key, text)
        expect(readStored(area, key)).toBe(text)
        writeStored(area, key, null)
        expect(readStored(area, key)).toBeNull()
      }),
    )
  })

  it('has nothing that was not kept', () => {
    expect(readStored(area, 'key')).toBeNull()
  })

  it('throws away what is far too long, so that it costs time only once', () => {
    const storage = area === 'local' ? localStorage : sessionStorage
    storage.setItem('setup-plex:key', 'x'.repeat(16_384))
    expect(readStored(area, 'key')).toHaveLength(16_384)
    storage.setItem('setup-plex:key', 'x'.repeat(16_385))
    expect(readStored(area, 'key')).toBeNull()
    expect(storage.getItem('setup-plex:key')).toBeNull()
  })

  it('keeps the newest', () => {
    writeStored(area, 'key', 'old')
    writeStored(area, 'key', 'new')
    expect(readStored(area, 'key')).toBe('new')
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
    writeStored(area, 'key', 'from before')
    spoil()
    writeStored(area, 'key', 'now')
    expect(readStored(area, 'key')).toBe('now')
    writeStored(area, 'key', 'and now')
    expect(readStored(area, 'key')).toBe('and now')
  })

  it('forgets where storage is denied', () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(denied)
    vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(denied)
    writeStored(area, 'key', 'now')
    writeStored(area, 'key', null)
    expect(readStored(area, 'key')).toBeNull()
  })

  it('prefers storage as soon as it works again', () => {
    const spy = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(denied)
    writeStored(area, 'key', 'in memory')
    spy.mockRestore()
    writeStored(area, 'key', 'in storage')
    expect((area === 'local' ? localStorage : sessionStorage).getItem('setup-plex:key')).toBe('in storage')
    expect(readStored(area, 'key')).toBe('in storage')
  })
})

describe('two areas', () => {
  it('do not mix, neither in storage nor in memory', () => {
    writeStored('local', 'key', 'kept for long')
    expect(readStored('session', 'key')).toBeNull()
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(denied)
    writeStored('session', 'key', 'kept in the tab')
    expect(readStored('local', 'key')).toBe('kept for long')
    expect(readStored('session', 'key')).toBe('kept in the tab')
  })

  it('leave alone what other file pages keep', () => {
    localStorage.setItem('key', 'of another page')
    expect(readStored('local', 'key')).toBeNull()
    writeStored('local', 'key', 'ours')
    writeStored('local', 'key', null)
    expect(localStorage.getItem('key')).toBe('of another page')
  })
})

describe('a page that shows what is kept', () => {
  function shown() {
    return renderHook(() => {
      useStoredChanges()
      return readStored('local', 'key')
    })
  }

  it('renders again after something is kept, but not in the middle of a click', () => {
    const { result } = shown()
    act(() => {
      writeStored('local', 'key', 'new')
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
