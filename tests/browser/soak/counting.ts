/**
 * Counts from the page's first line what browsers tell nobody: timers that wait, and questions that left. Stands in front
 * of the page's policy, which holds for what comes after it.
 */
const SCRIPT = `{
  const waiting = new Set()
  let asked = 0
  const { setTimeout: set, setInterval: repeat, clearTimeout: clear, fetch: ask } = window
  window.setTimeout = (act, ms, ...given) => {
    const id = set(() => {
      waiting.delete(id)
      act(...given)
    }, ms)
    waiting.add(id)
    return id
  }
  window.setInterval = (act, ms, ...given) => {
    const id = repeat(act, ms, ...given)
    waiting.add(id)
    return id
  }
  window.clearTimeout = window.clearInterval = (id) => {
    waiting.delete(id)
    clear(id)
  }
  window.fetch = (...given) => {
    asked += 1
    return ask(...given)
  }
  window.counted = () => ({
    asked,
    timers: waiting.size,
    elements: document.getElementsByTagName('*').length,
    screen: document.documentElement.dataset.screen ?? '',
  })
}`

export type Counted = {
  /** Questions that left since the page was opened. */
  readonly asked: number
  readonly timers: number
  readonly elements: number
  readonly screen: string
}

export const COUNTED = 'window.counted()'

export function withCounting(page: string): string {
  const counting = page.replace('<head>', () => `<head><script>${SCRIPT}</script>`)
  if (counting === page) throw new Error('The page has no <head> to count in')
  return counting
}
