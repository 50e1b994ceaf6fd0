import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { classicScript } from '../../../src/build/classic-script.ts'
import { learnedFromComplaints } from '../../../src/build/complaints-plugin.ts'
import { leftOut } from '../../../src/build/left-out.ts'
import { catalogsFrom } from '../../../src/build/catalogs-from.ts'
import { linguiMacros } from '../../../src/build/lingui-macros.ts'
import { oneScript } from '../../../src/build/one-script.ts'

/** The page's own code, built as the page is, as scripts that each tab runs anew. */
export type BuiltPage = { readonly app: string; readonly first: string }

/** `more` may change files of the page on the way. */
export async function builtPage(more: readonly Plugin[] = []): Promise<BuiltPage> {
  const app = await oneScript('tests/simulation/page/app-page.tsx', {
    plugins: [...more, learnedFromComplaints(), linguiMacros(), lingui(), react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      minify: false,
      target: 'esnext',
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: { output: { format: 'iife' } },
    },
  })
  const first = await classicScript('tests/simulation/page/first-page.tsx', {
    xmlPolicy: 'first-look-xml',
    drawsBy: 'preact',
    plugins: [...more, leftOut(), catalogsFrom('catalogs-in-page')],
  })
  return { app: app.code, first: first.code }
}
