type Listener = ((event: { readonly type: string }) => void) | { handleEvent: (event: unknown) => void }

/** As much of an event target as the page's code needs. */
export class Target {
  readonly #listeners = new Map<string, Set<Listener>>()

  addEventListener(type: string, listener: Listener | null): void {
    if (listener === null) return
    const all = this.#listeners.get(type) ?? new Set()
    this.#listeners.set(type, all.add(listener))
  }

  removeEventListener(type: string, listener: Listener | null): void {
    if (listener !== null) this.#listeners.get(type)?.delete(listener)
  }

  tell(event: { readonly type: string }): void {
    for (const listener of this.#listeners.get(event.type) ?? []) {
      if (typeof listener === 'function') listener(event)
      else listener.handleEvent(event)
    }
  }

  forget(): void {
    this.#listeners.clear()
  }

  /** How many listen, to anything. */
  listeners(): number {
    return [...this.#listeners.values()].reduce((sum, each) => sum + each.size, 0)
  }
}
