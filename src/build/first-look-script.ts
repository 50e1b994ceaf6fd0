import type { Rolldown } from 'vite'
import { classicScript } from './classic-script.ts'
import { catalogsFrom } from './catalogs-from.ts'
import { leftOut } from './left-out.ts'

/**
 * Builds the first look: the wizard and its pages, drawn by Preact. An entry of their own lets tests draw the same pages
 * with facts of theirs.
 */
export function buildFirstLook(entry = 'src/first-look/first-look.tsx'): Promise<Rolldown.OutputChunk> {
  return classicScript(entry, {
    xmlPolicy: 'first-look-xml',
    drawsBy: 'preact',
    plugins: [leftOut(), catalogsFrom('catalogs-in-page')],
  })
}
