import { useSyncExternalStore } from 'react'

/** Where something is kept: `local` survives closing the page, `session` only a reload. */
export type StorageArea = 'local' | 'session'

// All file pages of a browser may share one storage (browsers.md rule 10), hence the prefix. The reader parses what it
// gets.
const PREFIX = 'setup-plex:'
/** Of one text, in UTF-16 code units. This page never writes as much; what is longer is somebody else's doing. */
const LONGEST = 16_384
const listeners = new Set<() => void>()
// Stands in where storage is denied: the page then forgets when it is closed, and works until then.
const memory = new Map<string, string>()

function storageFor(area: StorageArea): Storage | null {
  try {
    return area === 'local' ? window.localStorage : window.sessionStorage
  } catch {
    return null
  }
}

/** The text kept under `key`, or null. What is far too long is thrown away: reading it takes time. Never throws. */
export function readStored(area: StorageArea, key: string): string | null {
  const inMemory = memory.get(`${area}:${key}`)
  if (inMemory !== undefined) return inMemory
  try {
    const storage = storageFor(area)
    const text = storage?.getItem(PREFIX + key) ?? null
    if (text === null || text.length <= LONGEST) return text
    storage?.removeItem(PREFIX + key)
    return null
  } catch {
    return null
  }
}

/** Keeps `text`, or forgets the key when it is null. Never throws; without storage, memory stands in. */
export function writeStored(area: StorageArea, key: string, text: string | null): void {
  memory.delete(`${area}:${key}`)
  try {
    const storage = storageFor(area)
    if (storage === null) throw new Error('no storage')
    if (text === null) storage.removeItem(PREFIX + key)
    else storage.setItem(PREFIX + key, text)
  } catch {
    if (text !== null) memory.set(`${area}:${key}`, text)
  }
  // Later, because a link may be on its way. Rendering now could take it off the page in the middle of a click.
  setTimeout(changed)
}

let changes = 0

function changed(): void {
  changes += 1
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  // Other tabs of this page. Never fires in WebKit (browsers.md rule 10); there the next render reads anew.
  window.addEventListener('storage', changed)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.removeEventListener('storage', changed)
  }
}

/** Renders again when this page or another tab keeps something, so that `readStored` is up to date in a render. */
export function useStoredChanges(): void {
  useSyncExternalStore(subscribe, () => changes)
}
