import type { ClaimCode } from '../../../src/account/claim-code.ts'
import type { Address } from '../../../src/lib/address.ts'
import type { MachineIdentifier } from '../../../src/lib/machine-identifier.ts'
import { ADDRESS, CELLAR_ADDRESS, IMPOSTOR_ADDRESS, NEW_ADDRESS } from '../plan/places.ts'
import type { Wish } from '../plan/plan.ts'
import type { Evening } from '../world/evening.ts'
import type { Tab } from '../world/tab.ts'

const TYPED = [
  ADDRESS,
  ADDRESS,
  NEW_ADDRESS,
  CELLAR_ADDRESS,
  IMPOSTOR_ADDRESS,
  'http://127.0.0.1:8888',
] as readonly string[]

/** Presses what the screen offers for this wish, and nothing where it does not offer it. */
export function doOnPage(evening: Evening, tab: Tab, wish: Wish, pick: number): void {
  const sight = tab.sight()
  const actions = tab.actions()
  if (sight === null || actions === null) return
  const { screen, machine } = sight
  const doings = evening.doingsIn(tab)
  const { tell } = evening
  const one = <T>(all: readonly T[]): T | undefined => all[Math.floor(pick * all.length)]
  switch (wish) {
    case 'not-now':
      if (screen.name !== 'unclaimed' && screen.name !== 'taking') return
      tell('The person says not now')
      return actions.notNow(machine as MachineIdentifier)
    case 'undo':
      if (!['declined', 'confirming', 'ask-finished', 'overdue'].includes(screen.name)) return
      tell('The person takes it back')
      return actions.forgetDecision(machine as MachineIdentifier)
    case 'send-code': {
      const { server } = screen
      if (
        server === null ||
        !['unclaimed', 'taking', 'overdue'].includes(screen.name) ||
        server.standing === 'unnamed'
      )
        return
      const code = `claim-${String(doings.codes.size).padStart(4, '0')}${'x'.repeat(16)}`
      tell('The person gives the page a claim code')
      doings.codes.set(code, server.identity.machineIdentifier)
      actions.fetchedCode()
      return actions.sendCode(code as ClaimCode, server)
    }
    case 'check':
      if (screen.name === 'ask-first') return
      tell('The person presses "Check again"')
      return actions.checkNow()
    case 'search':
      if (
        !['missing', 'another-machine', 'another-product', 'choosing', 'hidden', 'blocked'].includes(
          screen.name,
        )
      )
        return
      tell('The person has the network searched')
      doings.searched = true
      return actions.search()
    case 'stop-search':
      if (screen.name !== 'searching') return
      tell('The person stops the search')
      return actions.stopSearch()
    case 'type-address': {
      const address = one(TYPED) as Address
      tell(`The person types ${address}`)
      doings.typed.add(address)
      return actions.askOnly({ address, how: 'typed' })
    }
    case 'pick': {
      const server = one(sight.servers)
      if (screen.name !== 'choosing' || server === undefined) return
      tell(`The person picks ${server.address}`)
      doings.picked.add(server.address)
      return actions.askOnly({ address: server.address as Address, how: 'picked' })
    }
    case 'use-instead':
      if (screen.name !== 'another-machine') return
      tell(`The person takes …${screen.machineIdentifier.slice(-6)} instead`)
      doings.chosen.add(screen.machineIdentifier)
      doings.picked.add(screen.address)
      return actions.useInstead(screen.machineIdentifier, screen.address)
    case 'allow':
      if (screen.name !== 'ask-first') return
      tell(`The person agrees to ask ${screen.address}`)
      doings.agreedTo.add(screen.address)
      return actions.allow(screen.address)
    case 'say-finished':
    case 'say-not-yet':
      if (screen.name !== 'ask-finished') return
      tell(wish === 'say-finished' ? 'The person says: finished' : 'The person says: not yet')
      return wish === 'say-finished'
        ? actions.sayFinished(machine as MachineIdentifier)
        : actions.sayNotYet(machine as MachineIdentifier)
    case 'forget-addresses':
      tell('The person has the page forget its addresses')
      return actions.forgetAddresses()
    default:
  }
}
