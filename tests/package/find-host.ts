// Runs in a network namespace of its own: a pretend server, or a host that sends garbage. Tells its parent when it is
// there, and does not outlive it.
import { randomBytes } from 'node:crypto'
import { gdmReply, startResponder } from '../../src/mocks/gdm-responder.ts'
import { startHost } from '../../src/mocks/http-host.ts'
import { CONTAINED, GARBAGE, ipOf, type Place } from './find-places.ts'

const FLOOD = 5_000
const PORT = 32_400

const place = JSON.parse(process.argv[2] ?? '{}') as Place
const { name, machineIdentifier, behaviour, networks } = place
const reply = gdmReply({ machineIdentifier, name, version: '1.43.4.9999-abcdef012', port: PORT })

/** Everything that is no reply of a server, and much of it. */
function* garbage(): Generator<string | Uint8Array> {
  yield reply.slice(0, 70)
  yield reply.replace(machineIdentifier, '../../etc/passwd')
  yield reply.replace('plex/media-server', 'plex/media-player')
  yield reply.replace(String(PORT), '99999')
  yield randomBytes(8_000)
  for (let n = 0; n < FLOOD; n += 1) {
    // Every other one is well-formed and says it is a server that nobody knows, elsewhere each time.
    const made = gdmReply({
      machineIdentifier: randomBytes(20).toString('hex'),
      name: `Flood ${n}`,
      version: '1',
      port: n + 1,
    })
    yield n % 2 === 0 ? made : randomBytes(n % 1_400)
  }
}

if (machineIdentifier !== GARBAGE.machineIdentifier) {
  await startHost({ behaviour, machineIdentifier, address: '0.0.0.0', port: PORT })
}
if (machineIdentifier !== CONTAINED.machineIdentifier) {
  await startResponder({
    on: networks.map((network) => ipOf(place, network)),
    packets: machineIdentifier === GARBAGE.machineIdentifier ? garbage : () => [reply],
  })
}
process.on('disconnect', () => process.exit())
process.send?.('ready')
