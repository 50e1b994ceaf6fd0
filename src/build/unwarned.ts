/**
 * What the bundler says nothing about, in any build: how long its plugins took, which a slow computer would hear each time,
 * and the top-level `await` of development in `src/main.tsx`, which is not in the page. `npm run size` looks in the built
 * page for whatever is too new.
 */
export const UNWARNED = { bundlerTimings: false, toleratedTransform: false } as const
