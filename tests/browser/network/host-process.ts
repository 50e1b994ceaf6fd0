// Runs inside a network namespace of its own and does there what the test process asks for over IPC.
import { startAccount } from '../../../src/mocks/http-account.ts'
import { startHost, type PretendHost } from '../../../src/mocks/http-host.ts'
import type { HostCall, HostSetup } from './remote-host.ts'

type Message = { readonly id: number; readonly call: HostCall; readonly args: readonly never[] }

const setup = JSON.parse(process.argv[2] ?? '{}') as HostSetup
const tell = (message: object): void => void process.send?.(message)

if (setup.kind === 'account') {
  const account = await startAccount({ port: setup.port, address: setup.address })
  account.onApprove((machineIdentifier) => tell({ approved: machineIdentifier }))
} else {
  let page = ''
  const host = await startHost({
    behaviour: 'unclaimed',
    machineIdentifier: setup.machineIdentifier,
    redirectsTo: setup.redirectsTo,
    impersonates: setup.impersonates,
    address: setup.address,
    port: setup.port,
    page: () => page,
  })
  process.on('message', ({ id, call, args }: Message) => {
    const answer = (value: unknown): void => tell({ id, value })
    if (call === 'page') answer((page = args[0] ?? ''))
    else void Promise.resolve(perform(host, call, args)).then(answer)
  })
}
// Nothing outlives the test that started it, however that ended.
process.on('disconnect', () => process.exit())
tell({ ready: true })

function perform(host: PretendHost, call: Exclude<HostCall, 'page'>, args: readonly never[]): unknown {
  const [first, second] = args
  switch (call) {
    case 'become':
      return first === undefined ? undefined : host.become(first, second)
    case 'approve':
      return first === undefined ? undefined : host.approve(first)
    case 'start':
      return host.start()
    case 'stop':
      return host.stop()
    case 'requests':
      return host.requests()
  }
}
