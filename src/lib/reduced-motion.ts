/** Has the person told their system that nothing shall move by itself? */
export function prefersReducedMotion(): boolean {
  // Not there in what stands in for a browser in tests.
  const { matchMedia } = window as Partial<Window>
  return matchMedia?.call(window, '(prefers-reduced-motion: reduce)').matches ?? false
}
