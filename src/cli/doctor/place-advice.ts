import { howToFind } from '../data-folder.ts'
import { ELSEWHERE, portOf, shown, writeLine, type AdviceOn } from './advice.ts'
import type { DoctorFacts } from './facts.ts'

const where = ({ own, dataDir }: DoctorFacts): string =>
  shown(own !== null && 'folder' in own.folder ? own.folder.folder : (dataDir ?? 'the data folder'))
const owner = ({ own }: DoctorFacts): string =>
  own?.folder.kind === 'there' && own.folder.owner !== null ? `the user ${own.folder.owner}` : 'the owner'
const WRITE = (facts: DoctorFacts): string => `Write the page: ${writeLine(facts)}`
const AS_ROOT = ({ platform }: DoctorFacts): string =>
  platform === 'win32'
    ? 'Run this again as an administrator.'
    : 'Run this again as root, or as the user that the server runs as: sudo setup-plex doctor'
const GIVE_FOLDER = 'say where it is with --data-dir.'

const sentence = ([first = '', ...rest]: string): string => `${first.toUpperCase()}${rest.join('')}`

export const FOLDER: AdviceOn<'folder'> = {
  writable: (facts) => ({ says: `The page can be written into ${where(facts)}.` }),
  'owner-only': (facts) => ({
    says: `Only ${owner(facts)} and root can write the page into ${where(facts)}.`,
  }),
  'not-writable': (facts) => ({
    says: `Not even ${owner(facts)}, whose folder it is, may write into ${where(facts)}.`,
    todo: ['Give the owner of the folder the right to write into it; the server itself needs it too.'],
  }),
  'read-only': (facts) => ({
    says: `${where(facts)} is on a disk that is read-only.`,
    todo: [
      'Mount it for writing; the server itself needs that too. In Docker, take ":ro" away from the volume.',
    ],
  }),
  full: (facts) => ({
    says: `There is no space left for the page in ${where(facts)}.`,
    todo: ['Make room on that disk; the server itself needs it too.'],
  }),
  untold: (facts) => ({
    says: `The folder is ${where(facts)}; whether it can be written to, this system tells only when it is tried.`,
  }),
  none: ({ platform, own }) => ({
    says: 'No data folder of a server was found on this computer.',
    todo: [
      ...(own?.container.hasBridges === true ? ['If the server runs in a container, run this in it.'] : []),
      sentence(`${howToFind(platform)}${GIVE_FOLDER}`),
    ],
  }),
  several: ({ own }) => ({
    says: `There are several data folders: ${(own?.folder.kind === 'several' ? own.folder.folders : []).map(shown).join(', ')}.`,
    todo: [sentence(GIVE_FOLDER)],
  }),
  gone: (facts) => ({
    says: `There is no folder ${where(facts)}.`,
    todo: [`If it was moved, ${GIVE_FOLDER}`],
  }),
  hidden: (facts) => ({ says: `This user may not look into ${where(facts)}.`, todo: [AS_ROOT(facts)] }),
  elsewhere: ELSEWHERE,
}

export const PAGE: AdviceOn<'page'> = {
  current: () => ({ says: 'The page is written, and it names this server where it is.' }),
  'not-needed': () => ({ says: 'No page is written, and none is needed while the server is linked.' }),
  unproven: () => ({ says: 'The page is written; whether it is current shows when the server answers.' }),
  'open-to-others': (facts) => ({
    says: `Other users of this computer may read or change the page; "${writeLine(facts)}" makes it the owner's alone.`,
  }),
  none: (facts) => ({ says: 'The page is not written.', todo: [WRITE(facts)] }),
  foreign: (facts) => ({
    says: "What stands in the page's place is not this page; a server writes a file of its own there at each start.",
    todo: [`Write the page, and keep it so: ${writeLine(facts)} --watch`],
  }),
  broken: (facts) => ({
    says: 'What is written in the page about the server is damaged.',
    todo: [WRITE(facts)],
  }),
  'other-server': (facts) => ({ says: 'The page is about another server.', todo: [WRITE(facts)] }),
  'old-addresses': (facts) => ({
    says: `The page is old: it says that the server is at ${(facts.own?.page?.kind === 'page' ? facts.own.page.stamp.addresses : []).join(', ')}, and the server is not there.`,
    todo: [WRITE(facts), `To keep it current: ${writeLine(facts)} --watch`],
  }),
  'no-address': (facts) => ({
    says: 'The page names no address of the server, so that it has to search.',
    todo: [WRITE(facts)],
  }),
  'other-version': (facts) => ({
    says: 'The page is right about the server, and of another version of Setup Plex.',
    todo: [WRITE(facts)],
  }),
  hidden: (facts) => ({ says: 'The page is there, and this user may not read it.', todo: [AS_ROOT(facts)] }),
  'no-folder': () => ({ says: 'Not looked at, for want of the folder that it is in.' }),
  elsewhere: ELSEWHERE,
}

const LETS_IN = (facts: DoctorFacts): string => `port ${portOf(facts)} from the home network`
const NAME_OF = { ufw: 'ufw', firewalld: 'firewalld' } as const
const firewall = ({ own }: DoctorFacts): string =>
  own?.firewall.kind === 'ufw' || own?.firewall.kind === 'firewalld'
    ? NAME_OF[own.firewall.kind]
    : 'A firewall'

export const FIREWALL: AdviceOn<'firewall'> = {
  none: () => ({
    says: 'ufw and firewalld are not in use here. Other rules are not looked at; root sees them with "nft list ruleset".',
  }),
  'let-in': (facts) => ({ says: `${firewall(facts)} is on, and its rules let in port ${portOf(facts)}.` }),
  'keep-out': (facts) => ({
    says: `${firewall(facts)} is on, and none of its rules lets in port ${portOf(facts)}.`,
    todo: [
      facts.own?.firewall.kind === 'firewalld'
        ? `Let in ${LETS_IN(facts)}: sudo firewall-cmd --permanent --add-port=${portOf(facts)}/tcp && sudo firewall-cmd --reload`
        : `Let in ${LETS_IN(facts)}, here 192.168.1.0/24: sudo ufw allow from 192.168.1.0/24 to any port ${portOf(facts)} proto tcp`,
    ],
  }),
  hidden: (facts) => ({
    says: `${firewall(facts)} is on, and this user may not read its rules; they have to let in ${LETS_IN(facts)}.`,
  }),
  'not-seen': ({ platform, ...facts }) => ({
    says: `The firewall of this system can't be looked at; it has to let in ${LETS_IN({ platform, ...facts })}. To try, open ${facts.own?.addresses[0]?.address ?? facts.server}/identity on a phone at home.`,
  }),
  elsewhere: ELSEWHERE,
}

export const CONTAINER: AdviceOn<'container'> = {
  none: () => ({ says: 'This is no container, and there are no networks of containers.' }),
  beside: () => ({
    says: 'There are networks of containers on this computer. If the server runs in a container, run this in it as well.',
  }),
  inside: ({ own }) => ({ says: `This runs in a container (${own?.container.inside ?? 'unknown'}).` }),
  'own-network': ({ own, ...facts }) => ({
    says: `The container has a network of its own: other computers don't reach ${(own?.addresses ?? []).map(({ address }) => address).join(', ')}.`,
    todo: [
      `Use the host's network, or write the page with the address of the host: ${writeLine({ own, ...facts })} --address http://192.168.1.10:${portOf(facts)}`,
    ],
  }),
  elsewhere: ELSEWHERE,
}
