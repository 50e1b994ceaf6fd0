import type { Plugin } from 'vite'

const ROUTER = /\/node_modules\/react-router\/dist\/.*\.mjs$/
const NAMED_FOR_DEBUGGING = /^\w+\.displayName = "\w+";$/gm
const DEFINES_A_COMPONENT = /\bReact\d*\.(?=(?:createContext|forwardRef|memo)\()/g

/**
 * Lets the compiler leave out what nobody uses of the router: links, forms and what loads data for them. It would stay, because
 * it is given a name for debugging, and because React might do something when it is defined.
 */
export function withoutUnusedRouter(): Plugin {
  return {
    name: 'without-unused-router',
    apply: 'build',
    transform(code, id) {
      if (!ROUTER.test(id)) return null
      const bare = code
        .replace(NAMED_FOR_DEBUGGING, '')
        .replace(DEFINES_A_COMPONENT, (call) => `/* @__PURE__ */ ${call}`)
      return { code: bare, map: null }
    },
  }
}
