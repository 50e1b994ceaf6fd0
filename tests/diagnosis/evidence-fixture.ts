import { NO_EVIDENCE, type Evidence, type ProbeEvidence } from '../../src/diagnosis/evidence.ts'

export type Given = Omit<Partial<Evidence>, 'answers'> & { readonly answers?: Partial<Evidence['answers']> }

/** What is known where all else is not. */
export function evidence({ answers = {}, ...given }: Given): Evidence {
  return { ...NO_EVIDENCE, ...given, answers: { ...NO_EVIDENCE.answers, ...answers } }
}

type Server = NonNullable<Evidence['server']>

/** The server on screen, at home and well. */
export function server(claim: Server['claim'], more: Partial<Server> = {}): Server {
  return {
    claim,
    health: 'answering',
    kind: 'private',
    container: false,
    version: '1.43.4.9999-abcdef012',
    ...more,
  }
}

export const UNCLAIMED = server('unclaimed')
export const CLAIMED = server('claimed')

/** What an address at home said last. */
export function probe(said: ProbeEvidence['said'], more: Partial<ProbeEvidence> = {}): ProbeEvidence {
  return { kind: 'private', container: false, said, tookMs: 5, ...more }
}

export const MINUTE_MS = 60_000
