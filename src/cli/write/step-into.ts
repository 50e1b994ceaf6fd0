import { lstatSync, readlinkSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, sep } from 'node:path'
import { EXIT, Problem } from '../problem.ts'
import { become } from './become.ts'

const ROOT_USER = 0
/** As many as systems follow. */
const MOST_LINKS = 40

/**
 * The way to this file, to be asked for before each use. The owner of a folder can have its name lead elsewhere at any
 * moment. So as root this program goes into the folder, where a bare name means the file in that very folder. Then it
 * becomes the user whom the folder belongs to, for good. Nothing is then written that this user could not write. Throws
 * a `Problem` or the system's error where that can't be done.
 */
export function wayTo(file: string): () => string {
  if (process.geteuid?.() !== ROOT_USER) return () => file
  return () => {
    stepInto(dirname(file))
    return join('.', basename(file))
  }
}

function stepInto(folder: string): void {
  if (process.geteuid?.() !== ROOT_USER) {
    goBackTo(folder)
    return
  }
  const decides = walkTo(folder)
  const { uid } = statSync('.')
  if (uid !== decides) throw new Problem(sentenceFor(folder, uid, decides), EXIT.refused)
  if (uid !== ROOT_USER) become(uid)
}

/**
 * Goes there one step at a time, so that no step can be swapped behind its back. Gives back the first user but root who
 * owns a step or a link on the way, else root. That user decides what comes behind it.
 */
function walkTo(folder: string): number {
  process.chdir(sep)
  let steps = stepsOf(folder)
  let decides = ROOT_USER
  for (let links = 0; steps.length > 0;) {
    const [step = '.', ...rest] = steps
    const found = lstatSync(step)
    if (decides === ROOT_USER) decides = found.uid
    steps = rest
    if (found.isSymbolicLink()) {
      links += 1
      if (links > MOST_LINKS) throw new Problem(`${folder} leads round in circles.`, EXIT.refused)
      const target = targetOf(step, folder)
      if (isAbsolute(target)) process.chdir(sep)
      steps = [...stepsOf(target), ...rest]
      continue
    }
    process.chdir(step)
    const here = statSync('.')
    if (here.dev !== found.dev || here.ino !== found.ino) {
      throw swapped(folder)
    }
  }
  return decides
}

/** Where this link leads. By now there may be a folder in its place. */
function targetOf(link: string, folder: string): string {
  try {
    return readlinkSync(link)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EINVAL') throw swapped(folder)
    throw error
  }
}

function swapped(folder: string): Problem {
  return new Problem(`Something else stands at ${folder} all of a sudden; try again.`, EXIT.refused)
}

function stepsOf(path: string): readonly string[] {
  return path.split(sep).filter((step) => step !== '' && step !== '.')
}

/** There may be another folder under this name by now. One that this user can't reach by name is the one we are in. */
function goBackTo(folder: string): void {
  try {
    process.chdir(folder)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EACCES')) throw error
  }
}

function sentenceFor(folder: string, owner: number, decides: number): string {
  const advice =
    owner === ROOT_USER
      ? 'say where to write with --out'
      : `run this as the first one: sudo -u '#${owner}' setup-plex write`
  return (
    `${folder} belongs to the user ${owner}, and the user ${decides} could have it lead elsewhere, ` +
    `so that root does not write there; ${advice}.`
  )
}
