import type { Address } from '../../lib/address.ts'
import type { Outcome } from '../../server/outcome.ts'
import type { Stamp } from '../../stamp/stamp.ts'

/** What one address said when it was asked who it is. */
export type AddressAnswer = { readonly address: Address; readonly outcome: Outcome }

/** Who listens at the server's port on this computer. */
export type PortFact =
  | { readonly kind: 'not-seen'; readonly why: 'system' | 'rights' }
  | { readonly kind: 'free' }
  | {
      readonly kind: 'held'
      readonly for: 'this-computer' | 'others'
      /** The program's name, where this user may know it. */
      readonly by: string | null
    }

/** How far this computer comes on its way to the account service. */
export type AccountFact =
  /** How far this computer's clock is ahead of the service's; null where it gave no date. */
  | { readonly kind: 'reached'; readonly clockAheadMs: number | null }
  | { readonly kind: 'no-name' | 'no-name-server' }
  /** The name leads to this computer, into the home network, or nowhere, as blocklists have it. */
  | { readonly kind: 'led-home' }
  | { readonly kind: 'refused' | 'silent' | 'no-way' }
  /** Who answers does not speak TLS. */
  | { readonly kind: 'not-secure' }
  | {
      readonly kind: 'not-trusted'
      readonly why: 'dates' | 'other-name' | 'issuer'
      /** Who made the certificate, by its own words. */
      readonly issuer: string | null
    }
  /** Connected securely, and no answer came. */
  | { readonly kind: 'no-answer' }

/** The server's data folder, and whether the page can be written into it. */
export type FolderFact =
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly folders: readonly string[] }
  | { readonly kind: 'gone' | 'hidden'; readonly folder: string }
  | {
      readonly kind: 'there'
      readonly folder: string
      /** `untold`: this system tells only when something is written. */
      readonly access: 'writable' | 'owner-only' | 'not-writable' | 'read-only' | 'full' | 'untold'
      /** The number of the user whose folder it is; null where the system has none. */
      readonly owner: number | null
    }

/** What stands in the place of the page. */
export type PageFact =
  | { readonly kind: 'none' }
  /** This user may not read it. */
  | { readonly kind: 'hidden' }
  /** A link, a folder, or a file without a stamp. */
  | { readonly kind: 'foreign' }
  | {
      readonly kind: 'page'
      readonly stamp: Stamp
      /** Apart from its stamp, is it the page of this very package? */
      readonly isThisVersion: boolean
      readonly isOpenToOthers: boolean
      /** What the addresses in it say now; some of them are this computer's. */
      readonly answers: readonly AddressAnswer[]
    }

/** What files tell of a firewall; whether it is in force, only a program run as root could tell. */
export type FirewallFact =
  | { readonly kind: 'not-seen' | 'none' }
  | { readonly kind: 'ufw' | 'firewalld'; readonly rules: FirewallRules }

/** Do its rules let other computers in at the port? */
export type FirewallRules = 'let-in' | 'keep-out' | 'hidden'

export type ContainerFact = {
  /** What this program itself runs in. */
  readonly inside: 'docker' | 'podman' | 'kubernetes' | 'lxc' | null
  /** Are there networks of containers on this computer? */
  readonly hasBridges: boolean
}

/** What there is to know only at the server's own computer. */
export type OwnComputer = {
  /** Where other computers may reach it, and what it says there. */
  readonly addresses: readonly AddressAnswer[]
  readonly port: PortFact
  readonly account: AccountFact
  readonly folder: FolderFact
  /** Null where there is no folder to look into. */
  readonly page: PageFact | null
  readonly firewall: FirewallFact
  readonly container: ContainerFact
}

/** Everything that was seen. Pure data: the same facts always give the same findings. */
export type DoctorFacts = {
  readonly platform: NodeJS.Platform
  readonly server: Address
  /** The folder that was given by hand; null where none was. */
  readonly dataDir: string | null
  /** What it said, the newest last; never empty. */
  readonly outcomes: readonly [Outcome, ...Outcome[]]
  /** Null where the server is on another computer. */
  readonly own: OwnComputer | null
}
