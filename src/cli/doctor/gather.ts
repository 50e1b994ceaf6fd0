import { networkInterfaces } from 'node:os'
import type { Address } from '../../lib/address.ts'
import { addressesFor, isThisComputer } from '../own-addresses.ts'
import { packagedPage } from '../package-files.ts'
import { thisComputer } from '../data-folder.ts'
import { portOf } from './advice.ts'
import type { AccountFact, DoctorFacts, OwnComputer } from './facts.ts'
import { lookAtAccount } from './look-at-account.ts'
import { lookAtContainer } from './look-at-container.ts'
import { lookAtFirewall } from './look-at-firewall.ts'
import { lookAtFolder } from './look-at-folder.ts'
import { lookAtPage } from './look-at-page.ts'
import { lookAtPort } from './look-at-port.ts'
import { ASK_SERVER, lookAtAddresses, lookAtServer, type AskServer } from './look-at-server.ts'

/** Where to look; tests look elsewhere. */
export type DoctorLooks = {
  readonly interfaces: typeof networkInterfaces
  readonly computer: typeof thisComputer
  readonly page: () => Promise<string>
  readonly account: () => Promise<AccountFact>
  readonly ask: AskServer
}

export const LOOKS: DoctorLooks = {
  interfaces: networkInterfaces,
  computer: thisComputer,
  page: packagedPage,
  account: () => lookAtAccount(),
  ask: ASK_SERVER,
}

/** Looks everywhere at once, and changes nothing. Every look ends by itself; all of them within 15 s. */
export async function gather(
  server: Address,
  dataDir: string | undefined,
  looks: DoctorLooks = LOOKS,
): Promise<DoctorFacts> {
  const isHere = isThisComputer(server, looks.interfaces())
  const [outcomes, own] = await Promise.all([
    lookAtServer(server, looks.ask),
    isHere ? ownComputer(server, dataDir, looks) : null,
  ])
  return { platform: looks.computer().platform, server, dataDir: dataDir ?? null, outcomes, own }
}

async function ownComputer(
  server: Address,
  dataDir: string | undefined,
  looks: DoctorLooks,
): Promise<OwnComputer> {
  const computer = looks.computer()
  const interfaces = looks.interfaces()
  const port = portOf({ server })
  const inFolder = async (): Promise<Pick<OwnComputer, 'folder' | 'page'>> => {
    const folder = await lookAtFolder(dataDir, computer)
    const page =
      folder.kind === 'there'
        ? await lookAtPage(folder.folder, await looks.page(), (addresses) =>
            lookAtAddresses(addresses, looks.ask),
          )
        : null
    return { folder, page }
  }
  const [addresses, portFact, account, places] = await Promise.all([
    lookAtAddresses(addressesFor(server, interfaces), looks.ask),
    lookAtPort(port, computer.platform),
    looks.account(),
    inFolder(),
  ])
  return {
    addresses,
    port: portFact,
    account,
    ...places,
    firewall: lookAtFirewall(port, computer.platform, computer),
    container: lookAtContainer(interfaces, computer),
  }
}
