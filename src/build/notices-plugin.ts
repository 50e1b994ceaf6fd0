import type { Plugin, Rolldown } from 'vite'
import { bundledPackages, ownPackage } from './bundled-packages.ts'
import { commentOf, noticesOf } from './notices.ts'

export const NOTICES = 'THIRD-PARTY-NOTICES.txt'

/**
 * Puts the licence notices at the end of the page, for its own code and for what `more` was built beside it. Stands before
 * whatever moves the scripts into the page.
 */
export function noticesInPage(more: () => readonly Rolldown.OutputChunk[]): Plugin {
  return {
    name: 'notices-in-page',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const notices = commentOf(
          noticesOf([
            ownPackage(),
            ...bundledPackages({ ...bundle, ...Object.fromEntries(more().entries()) }),
          ]),
        )
        for (const file of Object.values(bundle)) {
          if (file.type !== 'asset' || !file.fileName.endsWith('.html')) continue
          file.source = `${String(file.source).trimEnd()}\n${notices}`
        }
      },
    },
  }
}

/** Puts the licence notices into a file beside the program. */
export function noticesBeside(): Plugin {
  return {
    name: 'notices-beside',
    apply: 'build',
    generateBundle(_options, bundle) {
      const source = `${noticesOf([ownPackage(), ...bundledPackages(bundle)])}\n`
      this.emitFile({ type: 'asset', fileName: NOTICES, source })
    },
  }
}
