import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { parseComplaints } from '../complaints/complaint.ts'
import { trainedOn } from '../complaints/train.ts'

const COMPLAINTS = /(?<=\/src\/complaints\/)complaints\.tsv$/

/**
 * Who imports complaints.tsv gets what is learned from it, and not the examples. It is learned whenever the page is
 * built or tested, so that it cannot be out of date.
 */
export function learnedFromComplaints(): Plugin {
  return {
    name: 'learned-from-complaints',
    load(id) {
      if (!COMPLAINTS.test(id)) return null
      const notions = id.replace(COMPLAINTS, 'notions.tsv')
      this.addWatchFile(notions)
      const model = trainedOn(parseComplaints(readFileSync(id, 'utf8')), readFileSync(notions, 'utf8'))
      return { code: `export const model = ${JSON.stringify(model)}`, map: null, moduleType: 'js' }
    },
  }
}
