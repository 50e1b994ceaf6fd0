import { createContext, runInContext } from 'node:vm'
import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { addressMarks } from './address-marks.ts'
import { leftOut } from './left-out.ts'
import { linguiMacros } from './lingui-macros.ts'
import { oneScript, ROOT } from './one-script.ts'

/** The markup of each picture, from the app's own components, with marks in it (`src/painter/marks.ts`). */
export async function drawPictures(more: readonly Plugin[] = []): Promise<Readonly<Record<string, string>>> {
  const { code } = await oneScript('src/painter/drawing.tsx', {
    plugins: [...more, leftOut(), addressMarks(), linguiMacros(), lingui(), react()],
    resolve: {
      alias: [
        { find: /^react-router-dom$/, replacement: `${ROOT}src/first-look/stand-ins/react-router-dom.ts` },
      ],
    },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      minify: false,
      rolldownOptions: { preserveEntrySignatures: 'strict', output: { format: 'iife', name: 'drawing' } },
    },
  })
  // What the components look at while they draw.
  const window = { location: { origin: 'http://page.invalid', pathname: '/', hash: '#/' } }
  const context = createContext({
    window,
    navigator: {},
    performance,
    URL,
    URLSearchParams,
    TextEncoder,
    MessageChannel: NoChannel,
    setTimeout,
    queueMicrotask,
  })
  runInContext(code, context)
  return runInContext('drawing.drawPictures()', context) as Record<string, string>
}

/** Drawing into text waits for nothing; a real channel would keep the program that builds the page alive. */
class NoChannel {
  readonly port1 = {}
  readonly port2 = { postMessage: (): void => undefined }
}
