import { readFileSync } from 'node:fs'
import { parseComplaints } from '../../src/complaints/complaint.ts'

export const COMPLAINTS = parseComplaints(readFileSync('src/complaints/complaints.tsv', 'utf8'))
/** Written last, and learned from by nothing. */
export const HELD_OUT = parseComplaints(readFileSync('tests/complaints/held-out.tsv', 'utf8'))
export const NOTIONS = readFileSync('src/complaints/notions.tsv', 'utf8')
