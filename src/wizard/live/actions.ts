import type { ClaimCode } from '../../account/claim-code.ts'
import { leaveNote, newNote, noteFinished, noteNotYet, tearUpNote } from '../../account/note.ts'
import type { SignInLink } from '../../account/sign-in-link.ts'
import type { Address } from '../../lib/address.ts'
import type { MachineIdentifier } from '../../lib/machine-identifier.ts'
import type { Network } from '../../server/network.ts'
import { forgetAddresses, rememberAddress } from '../../server/used-addresses.ts'
import { allowAddress, chooseInstead, nameAddress, type NamedAddress } from '../facts/choices.ts'
import { networksOf } from '../screen/networks.ts'
import type { Known } from '../screen/known.ts'
import type { Screen } from '../screen/screen.ts'
import type { Server } from '../screen/server.ts'
import { askAfresh, type Asker } from './asker.ts'
import { leaveFor } from './leave-for.ts'
import type { ClaimByCode } from './use-claim-code.ts'
import type { SearchControls } from './use-search.ts'

/** Everything that a person can do on a page. None of it changes the screen but by changing a fact. */
export type Actions = {
  readonly checkNow: () => void
  /** Called while the link is being followed: the note has to be there before the page is left. */
  readonly leaveToSignIn: (machineIdentifier: MachineIdentifier, link: SignInLink) => void
  /** The person says that they have finished signing in, or that they have not. */
  readonly sayFinished: (machineIdentifier: MachineIdentifier) => void
  readonly sayNotYet: (machineIdentifier: MachineIdentifier) => void
  readonly notNow: (machineIdentifier: MachineIdentifier) => void
  /** The person has a claim code; its four minutes begin. */
  readonly fetchedCode: () => void
  /** Sends it to the server on screen, and only at an address that the file or the person named. */
  readonly sendCode: (code: ClaimCode, server: Server) => void
  /** The person does not want to be taken on to signing in. */
  readonly stay: () => void
  /** Takes back "not now" and "signing in" alike. */
  readonly forgetDecision: (machineIdentifier: MachineIdentifier) => void
  /** Asks exactly this address, which the person typed or picked, and which is named by that. */
  readonly askOnly: (named: NamedAddress) => void
  /** Contacts the address far away that a link names. That does not name the machine that answers there. */
  readonly allow: (address: Address) => void
  readonly askUsual: () => void
  /**
   * Looks through the network that this device is in: one that the page was told of, or else that of the router that
   * answers. Never done but when the person says so, as `searchIn`.
   */
  readonly search: () => void
  /** Asks every address of these networks, one network after the other. */
  readonly searchIn: (networks: readonly Network[]) => void
  readonly stopSearch: () => void
  readonly forgetAddresses: () => void
  readonly useInstead: (machineIdentifier: MachineIdentifier, address: Address) => void
}

type Doers = {
  readonly facts: Known
  readonly screen: Screen
  readonly chosenKey: string
  readonly searching: SearchControls
  readonly byCode: ClaimByCode
  /** What is in the field for a code is of no more use. */
  readonly forgetCode: () => void
  readonly asker: Asker
  /** Asks exactly this address, or with null the usual ones. */
  readonly goTo: (at: Address | null) => void
  /** Who has decided something is taken nowhere any more by what the address bar asked for. */
  readonly endOpening: () => void
}

export function actionsOf({
  facts,
  screen,
  chosenKey,
  searching,
  byCode,
  forgetCode,
  asker,
  goTo,
  endOpening,
}: Doers): Actions {
  const { server } = screen
  const { wanted, candidates } = facts
  const searchThrough = (networks: readonly Network[], byRouter: boolean): void => {
    goTo(null)
    const asked = candidates.filter(({ source }) => source !== 'search')
    searching.start({ networks, byRouter, wanted, except: asked.map(({ address }) => address) })
  }

  return {
    checkNow: () => askAfresh(asker, screen),
    leaveToSignIn: (machineIdentifier, { opens, expiresAtMs }) => {
      byCode.stop()
      forgetCode()
      endOpening()
      leaveFor(machineIdentifier, { opens, expiresAtMs }, server, facts)
    },
    sayFinished: (machineIdentifier) => {
      noteFinished(machineIdentifier, Date.now())
      askAfresh(asker, screen)
    },
    sayNotYet: (machineIdentifier) => noteNotYet(machineIdentifier, Date.now()),
    notNow: (machineIdentifier) => {
      forgetCode()
      endOpening()
      leaveNote(machineIdentifier, newNote('not-now', Date.now()))
    },
    fetchedCode: byCode.fetched,
    sendCode: (code, to) => {
      if (to.standing === 'unnamed') return
      rememberAddress({ machineIdentifier: to.identity.machineIdentifier, address: to.address })
      forgetCode()
      endOpening()
      byCode.send(code, to)
    },
    stay: endOpening,
    forgetDecision: (machineIdentifier) => {
      endOpening()
      byCode.stop()
      tearUpNote(machineIdentifier)
    },
    allow: allowAddress,
    askOnly: (named) => {
      const { address } = named
      nameAddress(named)
      goTo(address)
      // An address that was asked before is asked anew; a new one is asked because it is new.
      asker.askAgain(address)
    },
    askUsual: () => goTo(null),
    search: () => searchThrough(networksOf(facts), true),
    searchIn: (networks) => searchThrough(networks, false),
    stopSearch: searching.stop,
    forgetAddresses,
    useInstead: (machineIdentifier, address) => {
      nameAddress({ address, how: 'picked' })
      chooseInstead(chosenKey, machineIdentifier)
    },
  }
}
