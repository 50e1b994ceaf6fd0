import type { Plugin } from 'vite'

const RUNTIME = 'react/jsx-runtime'
const BY_NAME = 'jsx-by-name'

/**
 * React's functions for elements under names of their own. React is no module, so that a thousand calls would each go by
 * way of the whole of it: `(0,a.jsx)(…)`.
 */
export function jsxByName(): Plugin {
  return {
    name: 'jsx-by-name',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source, importer) => (source === RUNTIME && importer !== BY_NAME ? BY_NAME : null),
    load: (id) =>
      id === BY_NAME
        ? `import * as runtime from '${RUNTIME}'
           export const Fragment = runtime.Fragment, jsx = runtime.jsx, jsxs = runtime.jsxs`
        : null,
  }
}
