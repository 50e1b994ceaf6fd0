// Prints how well "What do you see?" understands what it has never seen (npm run bench:words).
import { trainedOn } from '../../src/complaints/train.ts'
import { COMPLAINTS, HELD_OUT, NOTIONS } from './files.ts'
import { crossValidated, heldOut, type Score } from './scores.ts'

function percent(share: number): string {
  return `${(100 * share).toFixed(1).padStart(5)} %`
}

function print(title: string, scores: readonly Score[]): void {
  console.log(title)
  for (const {
    language,
    of,
    first,
    amongThree,
    notRecognised,
    strangers,
    strangersNotRecognised,
  } of scores) {
    console.log(
      `  ${language}  ${String(of).padStart(4)} complaints: first ${percent(first)}, among three ${percent(amongThree)}, ` +
        `not recognised ${percent(notRecognised)}; of ${strangers} that have nothing to do with it, ` +
        `${percent(strangersNotRecognised)} not recognised`,
    )
  }
}

print('Five folds, by thread:', crossValidated(COMPLAINTS, NOTIONS))
print('Held out:', heldOut(HELD_OUT, trainedOn(COMPLAINTS, NOTIONS)))
