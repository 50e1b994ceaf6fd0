import { mediaHolds } from './media.ts'

/** Has the person told their system that nothing shall move by itself? */
export function prefersReducedMotion(): boolean {
  return mediaHolds('(prefers-reduced-motion: reduce)')
}
