import type { Plugin } from 'vite'
import type { PlantedBug } from './planted.ts'

/** Puts the bug into the page while it is built; nothing is written anywhere. */
export function withBug({ name, file, text, instead }: PlantedBug): Plugin {
  return {
    name: 'with-bug',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith(`/${file}`)) return null
      if (!code.includes(text)) throw new Error(`"${name}" has no place in ${file} any more`)
      return { code: code.replace(text, instead), map: null }
    },
  }
}
