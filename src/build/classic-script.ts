import { lingui } from '@lingui/vite-plugin'
import type { Plugin, Rolldown } from 'vite'
import { BUILT_FOR, targetsOf } from './browsers/built-for.ts'
import { linguiMacros } from './lingui-macros.ts'
import { oneScript, ROOT } from './one-script.ts'

const standIn = (name: string): string => `${ROOT}src/first-look/stand-ins/${name}.ts`

type ScriptOptions = {
  /** The name under which this script turns XML into elements; each has its own (`src/server/xml.ts`). */
  readonly xmlPolicy: string
  readonly plugins?: readonly Plugin[]
  /** Does it draw by components? */
  readonly drawsBy: 'preact' | 'nothing'
}

/**
 * Builds one classic script for old browsers, without the app's libraries.
 */
export function classicScript(
  entry: string,
  { xmlPolicy, drawsBy, plugins = [] }: ScriptOptions,
): Promise<Rolldown.OutputChunk> {
  return oneScript(entry, {
    plugins: [...plugins, linguiMacros(), lingui()],
    define: { 'import.meta.env.VITE_XML_POLICY': JSON.stringify(xmlPolicy) },
    resolve: {
      alias: [
        { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
        { find: /^react$/, replacement: standIn(drawsBy === 'preact' ? 'react' : 'no-react') },
        { find: /^@lingui\/core$/, replacement: standIn('lingui-core') },
        { find: /^@lingui\/react$/, replacement: standIn('lingui-react') },
        { find: /^react-router-dom$/, replacement: standIn('react-router-dom') },
      ],
    },
    build: {
      target: targetsOf(BUILT_FOR.firstLook),
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        output: { format: 'iife' },
        // Patterns that nobody uses would stay: for old browsers the compiler makes calls of them.
        treeshake: { manualPureFunctions: ['RegExp'] },
      },
    },
  })
}

/** The same program in letters that a browser reads in half the time, and without what would end its element. */
export function asciiOf(script: string): string {
  return script
    .replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/<(?=\/script|!--)/gi, '\\x3C')
}
