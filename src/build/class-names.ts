import { basename } from 'node:path'
import type { CSSOptions } from 'vite'

/**
 * A class is called by its own name and its file's, `current-steps`, wherever it is built: page, pictures and first look.
 * No two files have the same name, and what says something packs better than a hash.
 */
export const CLASS_NAMES: CSSOptions = {
  modules: {
    generateScopedName: (name, file) => `${name}-${basename(file.split('?', 1)[0] ?? '', '.module.css')}`,
  },
}
