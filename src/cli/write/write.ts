import type { Command } from 'commander'
import { join, resolve } from 'node:path'
import type { Address } from '../../lib/address.ts'
import { classOf } from '../../lib/address-class.ts'
import { addressGiven } from '../addresses-given.ts'
import { dataFolder, thisComputer } from '../data-folder.ts'
import { languageOption } from '../language-given.ts'
import { defined, flag, option, secondsIn, several } from '../options.ts'
import { addressesFor, isThisComputer } from '../own-addresses.ts'
import { packagedPage, PAGE_NAME } from '../package-files.ts'
import { pathGiven } from '../path-given.ts'
import { EXIT, Problem } from '../problem.ts'
import { reachServer } from '../reach-server.ts'
import { selfDescriptionOf } from './self-description.ts'
import { serverOption } from '../server-option.ts'
import type { Terminal } from '../terminal.ts'
import { untilInterrupted } from '../until-interrupted.ts'
import { wayTo } from './step-into.ts'
import { watch } from './watch.ts'
import { wayOf, writeFor, type WriteOrder } from './write-for.ts'

const NO_ADDRESS =
  'This computer is in no network, so that the page names no address; write it again when it is, or use --watch.'

export type WriteOptions = {
  readonly server: Address
  readonly dataDir?: string
  readonly out?: string
  readonly name?: string
  readonly language?: string
  readonly address: readonly Address[]
  readonly wait: number
  readonly watch: boolean
}

export function writeCommand(): Command {
  return defined({
    name: 'write',
    summary: `writes "${PAGE_NAME}" for a server, and keeps it up to date`,
    description: `Writes "${PAGE_NAME}" for a server, so that people can claim it from any computer in the same network.`,
    options: [
      serverOption,
      option(
        '--data-dir <DIR>',
        `the folder to write ${PAGE_NAME} into; unless said, the server's data folder in its usual place`,
        pathGiven,
      ),
      option('--out <FILE>', 'writes there instead', pathGiven),
      option('--name <NAME>', 'how the server is called in the page', String),
      languageOption,
      several(
        '--address <URL>',
        "where other computers reach the server, the best first; may be given several times; unless said, all addresses of this computer, or the server's if it is another one",
        addressForOthers,
      ),
      option(
        '--wait <SECONDS>',
        'how long a server may be starting, 60 unless said; one that does not listen yet is waited for with --watch only',
        (text) => secondsIn('--wait', text, 0, 86_400),
        60_000,
      ),
      flag(
        '--watch',
        'stays, and writes anew when an address or the claim state changes, after a restart of the server, and when something else has replaced the file, as servers do at each start',
      ),
    ],
    after: `The file is for its owner only (mode 0600) and is replaced in one step.
Exit codes: 0 written, 1 no server was reached, 2 wrong usage, 3 the file could not be written.`,
  })
}

/** Writes the page once, or stays and keeps it up to date. */
export async function write(given: WriteOptions, terminal: Terminal): Promise<number> {
  const { server, address: addresses } = given
  const file = resolve(fileFor(given))
  const order: WriteOrder = {
    server,
    file,
    way: wayTo(file),
    page: await packagedPage(),
    addresses: () => (addresses.length > 0 ? addresses : addressesFor(server)),
    language: given.language,
    describe: async () => ({
      ...(isThisComputer(server) ? platformHere() : {}),
      ...(await selfDescriptionOf(server)),
      ...(given.name === undefined ? {} : { friendlyName: given.name }),
    }),
  }
  if (given.watch) {
    const interrupted = new AbortController()
    void untilInterrupted().then(() => interrupted.abort())
    await watch(order, terminal, interrupted.signal)
    return EXIT.done
  }
  wayOf(order)
  const reached = await reachServer(server, terminal.progress, given.wait)
  if (reached.kind === 'problem') throw new Problem(reached.problem, EXIT.noServer)
  await writeFor(order, reached.identity)
  if (order.addresses().length === 0) terminal.progress(NO_ADDRESS)
  terminal.result(order.file)
  return EXIT.done
}

function addressForOthers(typed: string): Address {
  const address = addressGiven('--address', typed)
  if (classOf(address) !== 'loopback') return address
  throw new Problem(
    `${address} leads every computer to itself; give an address where others reach the server.`,
    EXIT.usage,
  )
}

function fileFor({ out, dataDir }: WriteOptions): string {
  if (out !== undefined && dataDir !== undefined) {
    throw new Problem('--out and --data-dir exclude each other; give one of them.', EXIT.usage)
  }
  if (out !== undefined) return out
  return join(dataDir ?? dataFolder(thisComputer()), PAGE_NAME)
}

function platformHere(): { readonly platform?: 'Windows' | 'MacOSX' | 'Linux' } {
  if (process.platform === 'win32') return { platform: 'Windows' }
  if (process.platform === 'darwin') return { platform: 'MacOSX' }
  return process.platform === 'linux' ? { platform: 'Linux' } : {}
}
