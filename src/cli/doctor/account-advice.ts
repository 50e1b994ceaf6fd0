import { ACCOUNT_HOST } from './account-service.ts'
import { ELSEWHERE, type AdviceOn } from './advice.ts'
import type { DoctorFacts } from './facts.ts'

const SET_CLOCK =
  'Set the clock of this computer, and let the computer keep it: "Set time automatically", or timedatectl set-ntp true.'
const GO_OUT = `Let this computer out to ${ACCOUNT_HOST} on port 443: firewall, router, provider.`
const BLOCKLIST = `Where a blocklist such as Pi-hole's is in use, let ${ACCOUNT_HOST} through.`
/** A container has its own. */
const inContainer = ({ own }: DoctorFacts): readonly string[] =>
  own?.container.inside == null ? [] : ['Look at the name server and the network of this container.']

/** How far off, by the two units that people would use. */
function awayBy(ms: number): string {
  const [seconds, minutes, hours] = [1_000, 60_000, 3_600_000].map((unit) => Math.round(Math.abs(ms) / unit))
  if ((seconds ?? 0) < 120) return `${seconds} s`
  return (minutes ?? 0) < 180 ? `${minutes} minutes` : `${hours} hours`
}

const aheadMs = ({ own }: DoctorFacts): number =>
  own?.account.kind === 'reached' ? (own.account.clockAheadMs ?? 0) : 0

export const CLOCK: AdviceOn<'clock'> = {
  right: (facts) => ({
    says: `The clock of this computer is within ${awayBy(Math.max(Math.abs(aheadMs(facts)), 1_000))} of the account service's.`,
  }),
  off: (facts) => ({
    says: `The clock of this computer is ${awayBy(aheadMs(facts))} ${aheadMs(facts) > 0 ? 'ahead of' : 'behind'} the account service's, and sign-ins are refused for less.`,
    todo: [SET_CLOCK],
  }),
  doubtful: () => ({
    says: `By the clock of this computer, the certificate of ${ACCOUNT_HOST} is not valid today; most often the clock is wrong.`,
    todo: [SET_CLOCK],
  }),
  'not-seen': ({ own }) => ({
    says:
      own?.account.kind === 'reached'
        ? 'Whether the clock is right is not known, because the account service told no time.'
        : 'Whether the clock is right is not known, because only the account service is asked for the time.',
  }),
  elsewhere: ELSEWHERE,
}

export const ACCOUNT: AdviceOn<'account'> = {
  reached: () => ({
    says: `This computer reaches the account service (${ACCOUNT_HOST}): name, connection, certificate.`,
  }),
  'no-name': (facts) => ({
    says: `The name server of this computer does not know ${ACCOUNT_HOST}.`,
    todo: [BLOCKLIST, 'Try another name server, such as the router.', ...inContainer(facts)],
  }),
  'no-name-server': (facts) => ({
    says: `No name server answers this computer, so that it does not find ${ACCOUNT_HOST}.`,
    todo: [
      'See that this computer is connected to the internet, and which name server it asks.',
      ...inContainer(facts),
    ],
  }),
  'led-home': () => ({
    says: `The name ${ACCOUNT_HOST} leads to this computer, into the home network, or nowhere, as blocklists have it.`,
    todo: [BLOCKLIST, `See whether the file of hosts names ${ACCOUNT_HOST}.`],
  }),
  refused: () => ({
    says: `The name ${ACCOUNT_HOST} is known, and the connection is refused.`,
    todo: [GO_OUT],
  }),
  silent: () => ({
    says: `The name ${ACCOUNT_HOST} is known, and nothing answers there in time.`,
    todo: [GO_OUT],
  }),
  'no-way': (facts) => ({
    says: `The name ${ACCOUNT_HOST} is known, and this computer has no way there.`,
    todo: [
      'See that this computer is connected to the internet, and not to the home network alone.',
      ...inContainer(facts),
    ],
  }),
  'not-secure': () => ({
    says: `What answers in the place of ${ACCOUNT_HOST} does not speak TLS, as a hotspot's sign-in page or a proxy does.`,
    todo: [GO_OUT],
  }),
  'not-trusted': ({ own }) => {
    const account = own?.account.kind === 'not-trusted' ? own.account : null
    const from = account?.issuer == null ? '' : ` It was issued by "${account.issuer}".`
    const what = account === null ? '' : DISTRUST[account.why]
    return {
      says: `The certificate that is shown for ${ACCOUNT_HOST} can't be trusted: ${what}.${from}`,
      todo:
        account?.why === 'dates'
          ? [SET_CLOCK]
          : ['Let this computer out without the proxy, virus scanner or filter that looks into connections.'],
    }
  },
  'no-answer': () => ({
    says: `${ACCOUNT_HOST} is connected to securely, and does not answer.`,
    todo: ['Try again in some minutes.'],
  }),
  elsewhere: ELSEWHERE,
}

const DISTRUST = {
  dates: 'it is not valid today, by the clock of this computer',
  'other-name': 'it is made for another name',
  issuer: 'nobody vouches for it whom this program knows',
} as const
