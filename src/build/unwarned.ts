/**
 * What the bundler says nothing about, in any build. A slow computer would hear each time how long its plugins took. The
 * top-level `await` in `src/main.tsx` is development's, and not in the page. `npm run size` looks in the built page for
 * whatever is too new.
 */
export const UNWARNED = { bundlerTimings: false, toleratedTransform: false } as const
