/** What a browser keeps; several tabs may share it. */
export type Kept = Map<string, string>

/** How storage is at the moment. */
export type StorageMood = { refused: boolean; full: boolean }

/** `Storage` as a page sees it. `onTouch` hears of each key before it is kept, and `onChange` afterwards. */
export function storageOver(
  kept: Kept,
  mood: StorageMood,
  { onTouch, onChange }: { onTouch: (key: string) => void; onChange: (key: string) => void },
): Storage {
  const check = (): void => {
    if (mood.refused) throw new DOMException('The browser denies storage', 'SecurityError')
  }
  return {
    get length() {
      check()
      return kept.size
    },
    key: (index) => [...kept.keys()][index] ?? null,
    clear: () => kept.clear(),
    getItem: (key) => {
      check()
      return kept.get(key) ?? null
    },
    setItem: (key, text) => {
      onTouch(key)
      check()
      if (mood.full) throw new DOMException('There is no room left', 'QuotaExceededError')
      kept.set(key, text)
      onChange(key)
    },
    removeItem: (key) => {
      check()
      kept.delete(key)
      onChange(key)
    },
  }
}
