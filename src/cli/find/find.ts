import type { Command } from 'commander'
import { networkInterfaces } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import type { Address } from '../../lib/address.ts'
import type { Failure } from '../../server/outcome.ts'
import { probeOnce } from '../../server/probe-once.ts'
import { discover } from './discover.ts'
import { gatherer, type Sighting } from './gather.ts'
import { serversAmong } from './servers.ts'
import { neighboursIn, sweep } from './sweep.ts'
import { askingSentence, foundSentence, jsonOf, sweepingSentence, tableOf } from './words.ts'
import { parseGdmReply } from './gdm.ts'
import { meansKeptOff } from '../kept-off.ts'
import { defined, flag, option, secondsIn } from '../options.ts'
import type { Interfaces } from '../own-addresses.ts'
import { failureSentence, keptOffByMacOs } from '../failures.ts'
import { EXIT, Problem } from '../problem.ts'
import { OWN_SERVER } from '../server-option.ts'
import type { Terminal } from '../terminal.ts'

export type FindOptions = { readonly json: boolean; readonly sweep: boolean; readonly timeout: number }

export function findCommand(): Command {
  return defined({
    name: 'find',
    summary: 'finds servers in the network',
    description: 'Finds servers in every network that this computer is in, and on this computer.',
    options: [
      flag(
        '--json',
        'writes a list of {machineIdentifier, name, version, claim, addresses} instead of a table; claim is "unclaimed", "starting", "claimed" or "unknown"',
      ),
      flag(
        '--sweep',
        'also tries every address of the home networks that this computer is in, at port 32400: servers in containers do not answer the question to all; takes 13 s more for each network, and changes nothing there',
      ),
      option(
        '--timeout <SECONDS>',
        'how long to wait for answers, from 0.5 to 60; 3 unless said',
        (text) => secondsIn('--timeout', text, 0.5, 60),
        3_000,
      ),
    ],
    after: `A server is "not confirmed" where it replied, but its address did not say the same when it was asked.
An address with "no answer" is one where the server is said to be, and was not reached.
Exit codes: 0 found, 1 no server was found, 2 wrong usage.`,
  })
}

/** Where to look. */
type FindScope = {
  readonly interfaces: () => Interfaces
  readonly own: Address
  readonly platform: NodeJS.Platform
}

const HERE: FindScope = {
  interfaces: networkInterfaces,
  own: OWN_SERVER,
  platform: process.platform,
}
const NOBODY =
  'No server was found; see that it is switched on and in the same network as this computer, and that no firewall ' +
  'keeps its replies away, or give its address to "setup-plex write --server"'
const NOT_SWEPT =
  ', or try every address with "setup-plex find --sweep", because servers in containers do not answer the question to all'
/** A server in the same network says who it is within milliseconds; one that wakes up may need a second. */
const ANSWER_WITHIN_MS = 1_500

/** Looks for servers until the time is over, and lists them. Throws a `Problem` where there are none. */
export async function find(
  { json, sweep: sweeping, timeout: withinMs }: FindOptions,
  terminal: Terminal,
  { interfaces, own, platform }: FindScope = HERE,
): Promise<number> {
  const over = new AbortController()

  const said = new Set<string>()
  const say = (sentence: string): void => {
    if (!said.has(sentence)) terminal.progress(sentence)
    said.add(sentence)
  }
  const tell = (sighting: Sighting): void => {
    const { address, outcome } = sighting
    if (outcome?.kind === 'failure' && isTelling(outcome)) say(failureSentence(address, outcome))
    const confirmed = serversAmong([sighting]).filter(({ isConfirmed }) => isConfirmed)
    for (const server of confirmed) say(foundSentence(server))
    if (sighting.said === null && outcome?.kind === 'starting') {
      say(`Something at ${address} is starting and does not say yet who it is; try again in a minute.`)
    }
  }
  const gathered = gatherer((address) => probeOnce(address, over.signal, ANSWER_WITHIN_MS), tell)
  const keptOff = new Set<string>()
  const networksNow = discover(
    {
      interfaces,
      hear: (packet, from, network) => {
        const reply = parseGdmReply(packet)
        if (reply !== null) gathered.heard(reply, from, network)
      },
      unsent: (code, { ip }) => {
        if (meansKeptOff(code, platform)) keptOff.add(ip)
      },
      appeared: ({ ip }) => {
        say(`A network came up; asking there as ${ip} too.`)
      },
    },
    over.signal,
  )
  say(askingSentence(networksNow(), withinMs))
  void gathered.look(own)
  await pause(withinMs)
  if (sweeping) {
    const neighbours = neighboursIn(networksNow())
    say(sweepingSentence(neighbours.length))
    await sweep(neighbours, gathered.look, over.signal)
  }
  // First: nothing that comes in from now on may change what is about to be said.
  const networks = networksNow()
  const servers = serversAmong(gathered.sightings(), networks)
  over.abort()

  if (json) terminal.result(jsonOf(servers))
  if (servers.length === 0) {
    const others = networks.filter(({ kind }) => kind !== 'alone')
    const isKeptOff = others.length > 0 && others.every(({ ip }) => keptOff.has(ip))
    throw new Problem(isKeptOff ? keptOffByMacOs() : `${NOBODY}${sweeping ? '' : NOT_SWEPT}.`, EXIT.noServer)
  }
  if (!json) terminal.result(tableOf(servers))
  return EXIT.done
}

/** Is somebody there who may be the server that is looked for? Most addresses that fail have nothing to say. */
function isTelling({ reason, why }: Failure): boolean {
  return why === 'hung-up' || reason === 'odd-identifier' || reason === 'gateway'
}
