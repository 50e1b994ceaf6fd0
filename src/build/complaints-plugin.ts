import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { parseComplaints } from '../complaints/complaint.ts'
import { trainedOn } from '../complaints/train.ts'
import { ROOT } from './one-script.ts'

const COMPLAINTS = /\/src\/complaints\/complaints\.tsv$/

const fileOf = (name: string): string => `${ROOT}src/complaints/${name}.tsv`

/** What words say about causes, as `src/complaints/word-model.ts` reads it. */
export function learnedWords(): string {
  const [complaints, notions] = ['complaints', 'notions'].map((name) => readFileSync(fileOf(name), 'utf8'))
  return trainedOn(parseComplaints(complaints ?? ''), notions ?? '')
}

/**
 * Who imports complaints.tsv gets what is learned from it, and not the examples. It is learned whenever the page is
 * built or tested, so that it cannot be out of date. A built page has it as data behind its scripts.
 */
export function learnedFromComplaints(): Plugin {
  let isBuilt = false
  return {
    name: 'learned-from-complaints',
    configResolved: ({ command }) => {
      isBuilt = command === 'build'
    },
    load(id) {
      if (!COMPLAINTS.test(id)) return null
      const code = isBuilt
        ? `export { learned } from './learned-in-page.ts'`
        : `export const learned = () => ${JSON.stringify(learnedWords())}`
      if (!isBuilt) this.addWatchFile(fileOf('notions'))
      return { code, map: null, moduleType: 'js' }
    },
  }
}
