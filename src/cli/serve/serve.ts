import type { Command } from 'commander'
import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import type { Address } from '../../lib/address.ts'
import { classOf, mayGetCode } from '../../lib/address-class.ts'
import { probeOnce } from '../../server/probe-once.ts'
import { languageOption } from '../language-given.ts'
import { defined, flag, flagOff, option, several } from '../options.ts'
import { addressesAmong, addressesFor } from '../own-addresses.ts'
import { packagedPage } from '../package-files.ts'
import { EXIT, Problem } from '../problem.ts'
import { failureSentence } from '../failures.ts'
import { checkServed } from './check-served.ts'
import { addressForTelephones } from './for-telephones.ts'
import { parseHost } from './hosts.ts'
import { isEverywhere, listenAt, parseListenAddress, listenName, type ListenAddress } from './listen.ts'
import { qrInTerminal } from './qr-in-terminal.ts'
import { firstRunServer } from './server.ts'
import { serverOption } from '../server-option.ts'
import type { Terminal } from '../terminal.ts'
import { untilInterrupted } from '../until-interrupted.ts'

export type ServeOptions = {
  readonly server: Address
  readonly listen: ListenAddress
  readonly host: readonly string[]
  readonly proxy: readonly string[]
  readonly language?: string
  readonly check: boolean
  readonly qr: boolean
}

export function serveCommand(): Command {
  return defined({
    name: 'serve',
    summary: 'serves that page for a server that does not do so itself',
    description:
      'Serves the page for a server that does not do so itself, and passes on the two things that the page asks of the server: who it is, and a claim code.',
    options: [
      serverOption,
      option(
        '--listen <IP:PORT>',
        'where to serve the page; 127.0.0.1:32480 unless said, which only this computer reaches. Port 0 takes a free one; 0.0.0.0 and [::] mean every network of this computer',
        parseListenAddress,
        { ip: '127.0.0.1', port: 32_480 },
      ),
      several(
        '--host <NAME>',
        'a name that browsers may use, such as that of a proxy in front; may be given several times',
        nameGiven,
      ),
      languageOption,
      several(
        '--proxy <IP>',
        'a proxy on another computer that says who asks; may be given several times. One on this computer needs no naming, unless it is to have more than 64 connections',
        proxyGiven,
      ),
      flag(
        '--check',
        'serves nothing: asks whether the page is served at the place of --listen, says so, and ends; for the health check of a container',
      ),
      flagOff(
        '--no-qr',
        'leaves out the QR code for telephones, which is shown in a terminal that is wide enough',
      ),
    ],
    after: `A proxy in front must pass on the Host that the browser sent (nginx: $http_host), and say who asks in X-Forwarded-For
($remote_addr), or claim codes are refused.
It needs no rights, writes nothing, and ends with Ctrl-C.
Exit codes: 0 ended, 1 with --check: the page is not served, 2 wrong usage, 3 the address is taken or not of this computer.`,
  })
}

const NO_CODES =
  'Claim codes are not passed on: the address of the server is a name or far away; give a private number with --server.'

const WHO_MAY = 'Everybody who opens it can use a claim code.'
const ONLY_HERE =
  'No telephone reaches the page: for that, give an address of this computer with --listen, such as 192.168.1.10:32480.'
const NO_NETWORK =
  'No telephone reaches the page there: that is no address of this computer in a home network.'

/** Serves the page until somebody ends it. */
export async function serve(given: ServeOptions, terminal: Terminal): Promise<number> {
  const { server, listen: place } = given
  if (given.check) return checkServed(place, terminal)
  if (server === `http://${listenName(place)}`) {
    throw new Problem(
      '--listen and --server are the same address; choose another port with --listen.',
      EXIT.usage,
    )
  }
  const said = new Set<string>()
  const sayOnce = (sentence: string): void => {
    if (!said.has(sentence)) terminal.progress(sentence)
    said.add(sentence)
  }
  const site = firstRunServer({
    server,
    page: await packagedPage(),
    names: given.host,
    proxies: given.proxy,
    addresses: () => addressesFor(server),
    language: given.language,
    onRefused: (sentence) => {
      sayOnce(`A claim code was refused: ${sentence}`)
    },
    onMistake: (error) => {
      terminal.progress(
        `This is a mistake of setup-plex: ${error instanceof Error ? error.message : String(error)}`,
      )
    },
  })
  const interrupted = untilInterrupted()
  const port = await listenAt(site, place)
  const [first, ...others] = addressesOf({ ...place, port })
  if (given.host.length > 0 || !isLoopbackPlace(place)) {
    terminal.progress(
      'Everybody who reaches this computer by these addresses or names can open the page and use a claim code.',
    )
  }
  terminal.result([`The page is at ${first}/`, ...others.map((address) => `and at ${address}/`)].join('\n'))
  if (given.qr) inviteTelephones({ ...place, port }, given.host.length > 0, terminal)
  if (!mayGetCode(server)) terminal.progress(NO_CODES)
  void sayTrouble(server, terminal)

  await interrupted
  site.close()
  site.closeAllConnections()
  return EXIT.done
}

/** Shows the address to telephones, or says why there is none for them, to a person who looks at the terminal. */
function inviteTelephones(place: ListenAddress, behindProxy: boolean, terminal: Terminal): void {
  const columns = terminal.columns?.() ?? null
  if (columns === null) return
  const address = addressForTelephones(place)
  if (address !== null) {
    const code = qrInTerminal(`${address}/`, columns)
    if (code !== null) terminal.result(`${code}\nFor telephones in the same network: ${address}/\n${WHO_MAY}`)
  } else if (!behindProxy) {
    terminal.progress(isLoopbackPlace(place) ? ONLY_HERE : NO_NETWORK)
  }
}

/** Where to open the page: at the place itself, or at every address that it stands for. */
function addressesOf(place: ListenAddress): readonly Address[] {
  const here = `http://${listenName(place)}` as Address
  if (!isEverywhere(place)) return [here]
  const loopback = `http://${listenName({ ...place, ip: '127.0.0.1' })}` as Address
  const all = addressesAmong(networkInterfaces(), loopback)
  return [loopback, ...(place.ip === '::' ? all : all.filter((address) => !address.includes('[')))]
}

function isLoopbackPlace(place: ListenAddress): boolean {
  return classOf(`http://${listenName(place)}` as Address) === 'loopback'
}

/** A page for a server that is not there is of use when that comes. A person who mistyped the address wants to know. */
async function sayTrouble(server: Address, terminal: Terminal): Promise<void> {
  const outcome = await probeOnce(server)
  if (outcome.kind !== 'failure') return
  terminal.progress(`${failureSentence(server, outcome)} The page is served all the same.`)
}

function nameGiven(text: string): string {
  const host = parseHost(text)
  if (host !== null && host.port === '') return host.name
  throw new Problem('--host takes a name without a port, such as media.example.', EXIT.usage)
}

function proxyGiven(text: string): string {
  if (isIP(text) !== 0) return text
  throw new Problem('--proxy takes the number of a proxy, such as 192.168.1.5.', EXIT.usage)
}
