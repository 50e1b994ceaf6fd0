import { transformAsync } from '@babel/core'
import type { Plugin } from 'vite'

type LinguiMacros = {
  /** Do the English words stay beside their keys? Unless said, only where nothing is built. */
  readonly keepsEnglish?: boolean
}

/** Expands the Lingui macros before anything else sees the file; the same in development, build and tests. */
export function linguiMacros({ keepsEnglish }: LinguiMacros = {}): Plugin {
  const options = keepsEnglish === undefined ? {} : { stripMessageField: !keepsEnglish }
  return {
    name: 'lingui-macros',
    enforce: 'pre',
    async transform(code, id) {
      const file = id.split('?', 1)[0] ?? id
      if (!/\/src\/.*\.tsx?$/.test(file) || !code.includes('@lingui/')) return null
      const result = await transformAsync(code, {
        filename: file,
        babelrc: false,
        configFile: false,
        sourceMaps: true,
        parserOpts: { plugins: ['typescript', 'jsx'] },
        plugins: [['@lingui/babel-plugin-lingui-macro', options]],
      })
      return result?.code == null ? null : { code: result.code, map: JSON.stringify(result.map) }
    },
  }
}
