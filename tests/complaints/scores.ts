import type { Complaint } from '../../src/complaints/complaint.ts'
import { trainedOn } from '../../src/complaints/train.ts'
import { parseModel } from '../../src/complaints/word-model.ts'
import { readerWith } from '../../src/diagnosis/reader.ts'
import { FOLDS, foldsOf } from './folds.ts'

/** What a reader makes of complaints, in one language. */
export type Score = {
  readonly language: string
  readonly of: number
  /** Shares of one. */
  readonly first: number
  readonly amongThree: number
  readonly notRecognised: number
  /** Of what has nothing to do with it. */
  readonly strangers: number
  readonly strangersNotRecognised: number
}

type Read = { readonly complaint: Complaint; readonly causes: readonly string[] }

/** Each complaint read by a model that has seen neither it nor its thread. */
export function crossValidated(complaints: readonly Complaint[], notions: string): readonly Score[] {
  const folds = foldsOf(complaints, notions)
  return scoresOf(
    Array.from({ length: FOLDS }, (_, fold) => {
      const model = trainedOn(
        complaints.filter((__, at) => folds[at] !== fold),
        notions,
      )
      return readWith(
        model,
        complaints.filter((__, at) => folds[at] === fold),
      )
    }).flat(),
  )
}

/** Complaints that no model was made from. */
export function heldOut(complaints: readonly Complaint[], model: string): readonly Score[] {
  return scoresOf(readWith(model, complaints))
}

function readWith(model: string, complaints: readonly Complaint[]): readonly Read[] {
  const read = readerWith(parseModel(model))
  return complaints.map((complaint) => ({
    complaint,
    causes: read(complaint.text).fits.map(({ cause }) => cause),
  }))
}

function scoresOf(all: readonly Read[]): readonly Score[] {
  return [...new Set(all.map(({ complaint }) => complaint.language))].sort().map((language) => {
    const ofLanguage = all.filter(({ complaint }) => complaint.language === language)
    const strangers = ofLanguage.filter(({ complaint }) => complaint.causes[0] === 'unknown')
    const known = ofLanguage.filter(({ complaint }) => complaint.causes[0] !== 'unknown')
    const share = (holds: (read: Read) => boolean): number => known.filter(holds).length / known.length
    return {
      language,
      of: known.length,
      first: share(({ complaint, causes }) => causes[0] === complaint.causes[0]),
      amongThree: share(({ complaint, causes }) => causes.slice(0, 3).includes(complaint.causes[0])),
      notRecognised: share(({ causes }) => causes.length === 0),
      strangers: strangers.length,
      strangersNotRecognised: strangers.filter(({ causes }) => causes.length === 0).length / strangers.length,
    }
  })
}
