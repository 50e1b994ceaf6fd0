import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { parseComplaints } from '../complaints/complaint.ts'
import { trainedOn } from '../complaints/train.ts'

const COMPLAINTS = new URL('../complaints/complaints.tsv', import.meta.url)
const NOTIONS = new URL('../complaints/notions.tsv', import.meta.url)

/** What importing complaints.tsv gives: not the examples, but what is learned from them. */
export function complaintsModel(): string {
  return trainedOn(parseComplaints(readFileSync(COMPLAINTS, 'utf8')), readFileSync(NOTIONS, 'utf8'))
}

/** Learns from the examples whenever the page is built or tested, so that nothing made from them can be out of date. */
export function learnedFromComplaints(): Plugin {
  return {
    name: 'learned-from-complaints',
    load(id) {
      if (!id.endsWith('/src/complaints/complaints.tsv')) return null
      this.addWatchFile(new URL(NOTIONS).pathname)
      return {
        code: `export const model = ${JSON.stringify(complaintsModel())}`,
        map: null,
        moduleType: 'js',
      }
    },
  }
}
