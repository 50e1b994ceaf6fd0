import type { Socket } from 'node:net'
import { classOf } from '../../lib/address-class.ts'
import { parseOrigin } from '../../lib/address.ts'
import { ACCOUNT_HOST, ACCOUNT_STEPS, type AccountSteps, type SecureAnswer } from './account-service.ts'
import type { AccountFact } from './facts.ts'
import { codeOf, within } from './within.ts'

/** Each of the three steps. A name server that is asked in vain takes longer, and is then as good as none. */
const STEP_WITHIN_MS = 4_000
const MOST_NUMBERS = 4
const NOWHERE = ['0.0.0.0', '::']
const NO_NAME_SERVER = /^(EAI_AGAIN|ETIMEOUT|ECONNREFUSED|ESERVFAIL)$/
const NO_WAY = /^E(HOST|NET)(UNREACH|DOWN)$/

/**
 * How far this computer comes on its way to the account service: by name, by TCP, by TLS, and to an answer with a date.
 * Takes 12 s at most.
 */
export async function lookAtAccount(
  { numbersOf, connectTo, ask }: AccountSteps = ACCOUNT_STEPS,
  now: () => number = Date.now,
  stepWithinMs = STEP_WITHIN_MS,
): Promise<AccountFact> {
  const numbers = await within<readonly string[] | AccountFact>(
    stepWithinMs,
    numbersOf(ACCOUNT_HOST).catch((error: unknown) => ({
      kind: NO_NAME_SERVER.test(codeOf(error)) ? 'no-name-server' : 'no-name',
    })),
    { kind: 'no-name-server' },
  )
  if ('kind' in numbers) return numbers
  const found = await secureAnswer(numbers.slice(0, MOST_NUMBERS), { connectTo, ask }, now, stepWithinMs)
  // What goes well goes well, wherever the name leads.
  return found.kind !== 'reached' && numbers.every(leadsHome) ? { kind: 'led-home' } : found
}

async function secureAnswer(
  numbers: readonly string[],
  { connectTo, ask }: Pick<AccountSteps, 'connectTo' | 'ask'>,
  now: () => number,
  stepWithinMs: number,
): Promise<AccountFact> {
  const tries = numbers.map((ip) => connectTo(ip))
  const first = await within<Socket | AccountFact>(
    stepWithinMs,
    Promise.any(tries).catch((error: unknown) => ({ kind: failureOf(error) })),
    { kind: 'silent' },
  )
  // Those that come too late, or second, are of no use.
  for (const each of tries)
    void each.then(
      (socket) => socket !== first && socket.destroy(),
      () => undefined,
    )
  if ('kind' in first) return first
  const answer = await within<SecureAnswer>(stepWithinMs, ask(first, ACCOUNT_HOST), { kind: 'no-answer' })
  first.destroy()
  return factOf(answer, now())
}

/** The most telling of what the system said of all numbers. */
function failureOf(error: unknown): 'refused' | 'silent' | 'no-way' {
  const codes = error instanceof AggregateError ? error.errors.map(codeOf) : []
  if (codes.includes('ECONNREFUSED')) return 'refused'
  return codes.length > 0 && codes.every((code) => NO_WAY.test(code)) ? 'no-way' : 'silent'
}

function factOf(answer: SecureAnswer, nowMs: number): AccountFact {
  switch (answer.kind) {
    case 'answer': {
      if (!/^HTTP\/\d/.test(answer.head)) return { kind: 'no-answer' }
      const dateMs = dateIn(answer.head)
      return { kind: 'reached', clockAheadMs: dateMs === null ? null : nowMs - dateMs }
    }
    case 'not-trusted':
      return { kind: 'not-trusted', why: distrustOf(answer.code), issuer: readableIssuer(answer.issuer) }
    case 'not-secure':
    case 'no-answer':
      return answer
  }
}

function distrustOf(code: string): Extract<AccountFact, { kind: 'not-trusted' }>['why'] {
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') return 'dates'
  return code === 'ERR_TLS_CERT_ALTNAME_INVALID' ? 'other-name' : 'issuer'
}

/** A stranger's words: only what names are made of, and not much of it. */
function readableIssuer(issuer: unknown): string | null {
  return typeof issuer === 'string' && /^[\p{L}\p{N} .,&'()-]{1,60}$/u.test(issuer) ? issuer : null
}

/** The `Date` of an answer; it has no parts of a second, so that the middle of the second is meant. */
export function dateIn(head: string): number | null {
  const [, date = ''] = /^date:[ \t]*(.{1,40}?)[ \t]*\r?$/im.exec(head) ?? []
  const dateMs = Date.parse(date)
  return Number.isFinite(dateMs) ? dateMs + 500 : null
}

function leadsHome(ip: string): boolean {
  if (NOWHERE.includes(ip)) return true
  const address = parseOrigin(`https://${ip.includes(':') ? `[${ip}]` : ip}`)
  const kind = address === null ? null : classOf(address)
  return kind !== 'public' && kind !== 'shared'
}
