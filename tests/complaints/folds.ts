import type { Complaint } from '../../src/complaints/complaint.ts'
import { foldedWords } from '../../src/complaints/folded-words.ts'
import { notionReader, parseNotions } from '../../src/complaints/notions.ts'

export const FOLDS = 5
/** Words as rare as this tell what a complaint is about, in whichever language. */
const RARE = 4
/** So alike that one gives the other away. */
const NEAR = 0.6
/** Who means the same so many things says the same, in whichever words and language. */
const MEANT = 3
const COMMON = new Set(
  'plex server the a my i is to and in on der die das mein ich ist und auf zu im it of for with mit'.split(
    ' ',
  ),
)

/**
 * The fold of each complaint. A thread stays in one fold, together with the threads that say nearly the same of the same
 * cause, in the same words or in another language.
 */
export function foldsOf(complaints: readonly Complaint[], notionTable: string): readonly number[] {
  const notionsIn = notionReader(parseNotions(notionTable))
  const words = complaints.map(({ text }) => new Set(foldedWords(text).filter((word) => !COMMON.has(word))))
  const leaders = new Map<string, string>()
  const leaderOf = (thread: string): string => {
    const leader = leaders.get(thread)
    return leader === undefined ? thread : leaderOf(leader)
  }
  const join = (one: number, other: number): void => {
    const [first, second] = [complaints[one], complaints[other]]
    // What has nothing to do with it is not about anything that could be given away.
    if (first === undefined || second === undefined || first.causes[0] === 'unknown') return
    if (first.causes[0] !== second.causes[0]) return
    const [leader, follower] = [leaderOf(first.thread), leaderOf(second.thread)]
    if (leader !== follower) leaders.set(follower, leader)
  }
  const users = new Map<string, number[]>()
  words.forEach((each, at) => {
    for (const word of each) users.set(word, [...(users.get(word) ?? []), at])
  })
  for (const [word, [first, ...others]] of users) {
    const languages = new Set([first, ...others].map((at) => complaints[at ?? 0]?.language))
    if (word.length < 4 || others.length >= RARE || languages.size < 2) continue
    for (const other of others) join(first ?? 0, other)
  }
  const sayers = new Map<string, number>()
  complaints.forEach(({ causes: [cause], text }, at) => {
    const meant = notionsIn(foldedWords(text))
    const said = `${cause} ${meant.join(' ')}`
    if (meant.length >= MEANT) join(sayers.get(said) ?? at, at)
    sayers.set(said, sayers.get(said) ?? at)
  })
  words.forEach((one, at) => {
    for (let before = 0; before < at; before += 1) {
      // Only those are joined, and most are not of the same.
      if (complaints[before]?.causes[0] !== complaints[at]?.causes[0]) continue
      if (areNear(one, words[before] ?? new Set())) join(before, at)
    }
  })
  const threads = [...new Set(complaints.map(({ thread }) => leaderOf(thread)))].sort(
    (one, other) => hashOf(one) - hashOf(other) || (one < other ? -1 : 1),
  )
  const folds = new Map(threads.map((thread, at) => [thread, at % FOLDS]))
  return complaints.map(({ thread }) => folds.get(leaderOf(thread)) ?? 0)
}

function areNear(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  let shared = 0
  for (const word of one) if (other.has(word)) shared += 1
  return shared > 0 && shared / Math.sqrt(one.size * other.size) >= NEAR
}

/** The order of threads must not follow the order in which they were written. */
function hashOf(text: string): number {
  let hash = 2_166_136_261
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619)
  return hash >>> 0
}
