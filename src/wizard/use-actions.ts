import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClaimCode } from '../account/claim-code.ts'
import { leaveNote, tearUpNote } from '../account/note.ts'
import type { Address } from '../lib/address.ts'
import type { MachineIdentifier } from '../lib/machine-identifier.ts'
import { goTo } from '../lib/route.ts'
import { identityQueries } from '../server/identity-queries.ts'
import type { Network } from '../server/network.ts'
import { forgetAddresses, rememberAddress } from '../server/used-addresses.ts'
import { askAfresh } from './ask-now.ts'
import { allowAddress, chooseInstead, nameAddress, type NamedAddress } from './choices.ts'
import { pathAt, START } from './paths.ts'
import { wantedOf, type Server } from './server-on-screen.ts'
import { serverIn } from './stage.ts'
import type { Found } from './use-facts.ts'

/** Everything that a person can do on a page. None of it changes the stage but by changing a fact. */
export type Actions = {
  readonly checkNow: () => void
  /** Called while the link is being followed: the note has to be there before the page is left. */
  readonly leaveToSignIn: (machineIdentifier: MachineIdentifier, expiresAtMs: number | null) => void
  readonly notNow: (machineIdentifier: MachineIdentifier) => void
  /** The person has a claim code; its four minutes begin. */
  readonly fetchedCode: () => void
  /** Sends it to the server on screen, and only at an address that the file or the person named. */
  readonly sendCode: (code: ClaimCode, server: Server) => void
  /** Takes back "not now" and "signing in" alike. */
  readonly forgetDecision: (machineIdentifier: MachineIdentifier) => void
  /** Asks exactly this address, which the person typed or picked, and which is named by that. */
  readonly askOnly: (named: NamedAddress) => void
  /** Contacts the address far away that a link names. Whoever answers there is not named by that. */
  readonly allow: (address: Address) => void
  readonly askUsual: () => void
  /** The address being typed; outlives the page it is typed on, when another one takes over in the middle. */
  readonly draft: { text: string; typing: boolean }
  /** Asks every address of a network; never done but when the person says so. */
  readonly search: (network: Network) => void
  readonly stopSearch: () => void
  readonly forgetAddresses: () => void
  readonly useInstead: (machineIdentifier: MachineIdentifier, address: Address) => void
}

export function useActions({ facts, stage, chosenKey, searching, byCode }: Found): Actions {
  const client = useQueryClient()
  const server = serverIn(stage)
  const [draft] = useState(() => ({ text: '', typing: false }))

  return {
    checkNow: () => askAfresh(client, stage),
    leaveToSignIn: (machineIdentifier, expiresAtMs) => {
      byCode.stop()
      if (server !== null) {
        rememberAddress({ machineIdentifier, address: server.address })
        // Whoever signs in from a file that names no address picks the server that is on screen.
        if (facts.wayIn.origin === null) nameAddress({ address: server.address, how: 'picked' })
      }
      leaveNote(machineIdentifier, { decision: 'signing-in', atMs: Date.now(), expiresAtMs })
    },
    notNow: (machineIdentifier) =>
      leaveNote(machineIdentifier, { decision: 'not-now', atMs: Date.now(), expiresAtMs: null }),
    fetchedCode: byCode.fetched,
    sendCode: (code, to) => {
      if (to.standing === 'unnamed') return
      rememberAddress({ machineIdentifier: to.identity.machineIdentifier, address: to.address })
      byCode.send(code, to)
    },
    forgetDecision: (machineIdentifier) => {
      byCode.stop()
      tearUpNote(machineIdentifier)
    },
    allow: allowAddress,
    askOnly: (named) => {
      const { address } = named
      allowAddress(address)
      nameAddress(named)
      goTo(pathAt(address))
      // An address that was asked before is asked anew; a new one is asked because it is new.
      void client.refetchQueries({ queryKey: identityQueries.at(address).queryKey })
    },
    askUsual: () => goTo(START),
    search: (network) => {
      goTo(START)
      const asked = facts.candidates.filter(({ source }) => source !== 'search')
      searching.start(
        network,
        wantedOf(facts),
        asked.map(({ address }) => address),
      )
    },
    stopSearch: searching.stop,
    forgetAddresses,
    useInstead: (machineIdentifier, address) => {
      nameAddress({ address, how: 'picked' })
      chooseInstead(chosenKey, machineIdentifier)
    },
    draft,
  }
}
