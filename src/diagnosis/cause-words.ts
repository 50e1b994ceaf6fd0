import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Topic } from '../routes/topics.ts'
import type { Cause } from './cause.ts'

/** What the page says about a cause, and what to do about it. */
export type CauseWords = {
  /** With "may" wherever it is a guess. */
  readonly title: MessageDescriptor
  readonly says: MessageDescriptor
  /** In this order. */
  readonly steps: readonly MessageDescriptor[]
  /** The page that goes on from there. */
  readonly help: Topic | null
  /** The support article behind it, by its path. */
  readonly article: string | null
  /** What else it rests on, which is named and not linked (contract.md §3). */
  readonly source: MessageDescriptor | null
}

/** What may be said in its place once more is known. */
export type PreciseWords = Partial<Pick<CauseWords, 'title' | 'says' | 'steps'>>

const LOCKED_OUT = '204281528-why-am-i-locked-out-of-server-settings-and-how-do-i-get-in'
const NOTHING_BEHIND = { help: null, article: null, source: null } as const

/** As long as nothing more precise is known (precise-words.ts). */
export const CAUSE_WORDS: Record<Cause, CauseWords> = {
  'not-claimed': {
    title: msg`The server may not be linked yet`,
    says: msg`While a server is not linked to a Plex account, you are offered a download instead of your libraries. Installing the server again won't help.`,
    steps: [msg`Sign in on this page, and wait until the page says that the server is linked.`],
    help: 'requirement',
    article: null,
    source: msg`Sources: the announcement “New Claiming Requirement for Windows”; linuxserver/docker-plex, issue 235.`,
  },
  revoked: {
    title: msg`The account may no longer accept the server's sign-in`,
    says: msg`After a new password, the server may still hold the old sign-in. Your libraries are safe.`,
    steps: [
      msg`On the server's own computer, open the server's settings, sign out there, and link the server again.`,
      msg`Where that is not offered, take the old sign-in out of the server's settings; make a backup first.`,
      msg`Afterwards, libraries that you shared may have to be shared again.`,
    ],
    help: 'recover',
    article: LOCKED_OUT,
    source: null,
  },
  'removed-from-account': {
    title: msg`The server may have been removed from the account`,
    says: msg`The account has then forgotten this server, and the server does not know that. Your libraries are safe.`,
    steps: [
      msg`Take the old sign-in out of the server's settings, then link the server again.`,
      msg`In Docker: clear the stored token, and create the container again with a fresh claim code.`,
    ],
    help: 'recover',
    article: LOCKED_OUT,
    source: msg`Source for Docker: the first-run script of plexinc/pms-docker.`,
  },
  'another-account': {
    title: msg`The server may belong to another account`,
    says: msg`The server may be linked to another account than the one you are signed in with. Where the gear for settings is missing, you are not signed in as the owner; a paid pass does not change that.`,
    steps: [
      msg`Sign in with the Plex account that the server was linked to first; you may have an older one with another e-mail address.`,
      msg`If nobody has that account any more, take the old sign-in out of the server's settings, and link the server again.`,
    ],
    help: 'recover',
    article: LOCKED_OUT,
    source: null,
  },
  'lost-identity': {
    title: msg`The server may have lost its identity when it was moved`,
    says: msg`This looks like a new server with old media: the files came along, the server's settings did not.`,
    steps: [
      msg`If the old server still runs, stop it first.`,
      msg`If the data was copied, see that Preferences.xml lies right in the folder that the server uses. One folder too deep, and the server starts empty.`,
      msg`To keep watched marks and sharing, carry over the settings as well. Otherwise, link the server as a new one.`,
    ],
    help: 'find-the-file',
    article: null,
    source: msg`Sources: PlexBackup; Tautulli, issue 435.`,
  },
  'another-user': {
    title: msg`The server may run as another Windows user`,
    says: msg`Settings belong to the Windows user. A service that runs as another user starts empty.`,
    steps: [
      msg`In the properties of the service, on the page “Log On”, enter the user who set the server up. An account without a password can't run a service: give it one.`,
      msg`Only one server may run. Close the app before the service starts.`,
      msg`The setup file is in that user's folder, too.`,
    ],
    help: 'find-the-file',
    article: null,
    source: msg`Sources: PmsService, issues 56, 81, 95 and 97.`,
  },
  'not-local': {
    title: msg`The server may take you for somebody from outside`,
    says: msg`Only a device in the server's own network can link the server; that protects you.`,
    steps: [
      msg`If the server is far away or rented, make a tunnel, so that you come from the server's own computer.`,
      msg`In a container, a pod or an app of TrueNAS: use the host's network, or give a claim code when you create the container.`,
      msg`At home: use the server's IP address instead of a name, which may lead through a proxy, and switch off VPNs on both sides.`,
      msg`Where the server's settings name networks that need no sign-in (allowedNetworks), empty that value: otherwise your own network may be locked out.`,
    ],
    help: 'tunnel',
    article: null,
    source: msg`Sources: forum thread 717725; the README of plexinc/pms-docker; timhaak/docker-plex, issue 59.`,
  },
  'account-out-of-reach': {
    ...NOTHING_BEHIND,
    title: msg`The server may not reach the account service`,
    says: msg`You sign in with your browser, but the server itself has to reach the account service as well.`,
    steps: [
      msg`If you left the sign-in before it was finished, start over.`,
      msg`On the server's computer, look at the clock, the name server and the internet connection; it must be allowed to go out on port 443. In a container, look at the container's own.`,
      msg`Blocklists such as those of Pi-hole, and proxies, can stand between the server and plex.tv: let plex.tv through.`,
      msg`If the server's computer is rented: the account service refuses some providers, and no setting can change that.`,
    ],
  },
  'not-running': {
    ...NOTHING_BEHIND,
    title: msg`The server may not be running, or not be there`,
    says: msg`No media server that is ready answers where this page checks.`,
    steps: [
      msg`See that the server's computer is on and awake, and that the server was started.`,
      msg`Search the network: the server may have a new address.`,
    ],
  },
  'damaged-database': {
    title: msg`The server's database may be damaged`,
    says: msg`Linking can't fix this, and neither does installing again. Your media files are safe.`,
    steps: [
      msg`If the server was updated just now and the library is large, wait for half an hour.`,
      msg`Stop the server, and restore a backup of the database first.`,
    ],
    help: null,
    article: 'repair-a-corrupted-database',
    source: null,
  },
  'afraid-of-registry': {
    title: msg`There is a way without the registry`,
    says: msg`The first way to try does not touch the registry. If the registry is needed after all, exactly four values are taken out, and a copy is made first.`,
    steps: [
      msg`Try the way without the registry first. The page “Sign-in no longer accepted” begins with that way.`,
    ],
    help: 'recover',
    article: LOCKED_OUT,
    source: null,
  },
  'broken-route': {
    title: msg`The server may be linked, and only the connection broken`,
    says: msg`The server may be fine, and only the way from elsewhere, or by the secure name, may be broken.`,
    steps: [
      msg`If the connection fails at home: many routers refuse names that lead into the home network. Make an exception for plex.direct, exactly like that, without a star or a dot before it.`,
      msg`FRITZ!Box: Home Network, Network, Network Settings, DNS Rebind Protection. OpenWrt: DNS, Filters, Domain whitelist. Pi-hole: the line rebind-domain-ok=/plex.direct/ for its dnsmasq.`,
      msg`If the connection fails from outside, or is shown as “Indirect”: under Remote Access in the server's settings, specify the public port 32400 manually, and forward that port on the router.`,
    ],
    help: null,
    article: '206225077-how-to-use-secure-server-connections',
    source: null,
  },
  blocked: {
    ...NOTHING_BEHIND,
    title: msg`The browser or the system may block your network`,
    says: msg`Then every address seems silent, good ones too. The server may be fine.`,
    // By browser (blocking-words.ts).
    steps: [],
  },
  'code-spent': {
    ...NOTHING_BEHIND,
    title: msg`The code may have run out, or been used before`,
    says: msg`A claim code is valid for four minutes, and for one server. A code that ran out changes nothing.`,
    steps: [msg`Get a fresh code, and use it right away.`],
  },
  unknown: {
    title: msg`The cause is not known yet`,
    says: msg`What this page sees does not tell what is wrong.`,
    steps: [
      msg`Describe what you see, in your own words or in those on the screen.`,
      msg`If that does not help, copy the report under “Activity of this page”, and ask in the forum.`,
    ],
    help: 'trouble',
    article: null,
    source: null,
  },
}
