import type { Command } from 'commander'
import type { Address } from '../../lib/address.ts'
import { defined, flag, option } from '../options.ts'
import { packagedVersion } from '../package-files.ts'
import { EXIT, Problem } from '../problem.ts'
import type { Terminal } from '../terminal.ts'
import { pathGiven } from '../path-given.ts'
import { serverOption } from '../server-option.ts'
import { examine, type Examination } from './examine.ts'
import { gather, LOOKS, type DoctorLooks } from './gather.ts'
import { jsonOf, reportOf, textOf } from './show.ts'

export type DoctorOptions = {
  readonly server: Address
  readonly dataDir?: string
  readonly json: boolean
  readonly report: boolean
}

export function doctorCommand(): Command {
  return defined({
    name: 'doctor',
    summary: 'looks at the server and around it, and says what is in the way',
    description:
      'Looks, on the computer that the server runs on, at whatever linking the server needs, and says what is in the way and what to do. Changes nothing.',
    options: [
      serverOption,
      option(
        '--data-dir <DIR>',
        "the folder that the page is in; unless said, the server's data folder in its usual place",
        pathGiven,
      ),
      flag('--json', 'writes what was found for other programs to read'),
      flag(
        '--report',
        'writes what was found without addresses, names and paths, so that it can be shown to strangers',
      ),
    ],
    after: `"ok" is well, "TO DO" has to be done, "?" could not be looked at, and "-" is only said.
Exit codes: 0 all is well, 2 wrong usage, 4 something has to be done, 5 nothing is wrong as far as could be looked.`,
  })
}

const ENDINGS: Readonly<Record<Examination['result'], number>> = {
  well: EXIT.done,
  'to-do': EXIT.toDo,
  'not-seen': EXIT.notSeen,
}

/** Looks, says what was found, and resolves to the exit code. */
export async function doctor(
  { server, dataDir, json, report }: DoctorOptions,
  terminal: Terminal,
  looks: DoctorLooks = LOOKS,
): Promise<number> {
  if (json && report)
    throw new Problem('--json and --report exclude each other; give one of them.', EXIT.usage)
  terminal.progress('Looking; this takes up to 15 s, and changes nothing…')
  const examination = examine(await gather(server, dataDir, looks))
  terminal.result(
    json
      ? jsonOf(examination)
      : report
        ? reportOf(examination, await packagedVersion())
        : textOf(examination),
  )
  return ENDINGS[examination.result]
}
