/** Does this media query hold now? No where nothing can be asked. */
export function mediaHolds(query: string): boolean {
  // Not there in what stands in for a browser in tests.
  const { matchMedia } = window as Partial<Window>
  return matchMedia?.call(window, query).matches ?? false
}
