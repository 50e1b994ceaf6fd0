import { askHead, type Reply, type TransportError } from '../../lib/http.ts'
import { EXIT, Problem } from '../problem.ts'
import type { Terminal } from '../terminal.ts'
import { listenName, type ListenAddress } from './listen.ts'

/** Who listens everywhere is asked on this computer: no address stands for all of them to the one who asks. */
const HERE: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' }

/**
 * Asks once whether the page is served at this place, by the page itself: a program that only listens helps nobody.
 * Says so, and resolves to the exit code. A server that does not answer is no fault of `serve`.
 */
export async function checkServed({ ip, port }: ListenAddress, terminal: Terminal): Promise<number> {
  if (port === 0) throw new Problem('--check needs the port: give it with --listen.', EXIT.usage)
  const page = `http://${listenName({ ip: HERE[ip] ?? ip, port })}/`
  const trouble = troubleIn(await askHead(page))
  if (trouble !== null) throw new Problem(`The page is not served at ${page}: ${trouble}.`, EXIT.noServer)
  terminal.result(`The page is served at ${page}`)
  return EXIT.done
}

function troubleIn(answer: Reply | TransportError): string | null {
  if (answer.kind === 'transport-error') {
    return answer.reason === 'failed'
      ? 'nothing listens there'
      : 'what listens there does not answer as it should'
  }
  return answer.status === 200 ? null : `what listens there answers with ${answer.status}`
}
