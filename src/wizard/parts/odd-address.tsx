import { Trans } from '@lingui/react/macro'
import type { Address } from '../../lib/address.ts'
import { oddityOf, type Oddity } from '../../lib/address-oddity.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Remark } from '../../ui/remark.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import { hostOf } from '../words/failure-words.ts'

/** What is odd about the one address that was asked for, and another one to ask. Nothing where nobody asked for it. */
export function OddAddress({ address }: { address: Address }) {
  const { facts, actions } = useWizardContext()
  const asked = facts.unasked === address || facts.candidates.some(({ source }) => source === 'url')
  const oddity = asked ? oddityOf(address) : null
  if (oddity === null) return null
  const instead = 'instead' in oddity ? oddity.instead : null
  const typed = facts.named.some((each) => each.address === address && each.how === 'typed')
  const host = hostOf(instead ?? address)
  return (
    <Remark kind="info">
      <p>
        <Words oddity={oddity} host={host} />
      </p>
      {instead !== null && (
        <p>
          <ActionButton
            action="ask-instead"
            look="quiet"
            // What a link brought is worth no more for being pressed.
            onPress={() => actions.askOnly({ address: instead, how: typed ? 'typed' : 'picked' })}
          >
            <Trans>Check {host} instead</Trans>
          </ActionButton>
        </p>
      )}
    </Remark>
  )
}

function Words({ oddity, host }: { oddity: Oddity; host: string }) {
  switch (oddity.kind) {
    case 'certificate':
      return (
        <Trans>
          With https, a server needs a certificate that is made for a name, and none is made for an IP
          address. Try http://{host} first.
        </Trans>
      )
    case 'number-inside':
      return (
        <Trans>
          This name stands for the IP address {host}. Many routers refuse such names at home; the IP address
          works there.
        </Trans>
      )
    case 'no-port':
      return (
        <Trans>
          Without a number after the colon, https asks port 443, where only a proxy answers. The server itself
          is usually at {host}.
        </Trans>
      )
    case 'router':
      return (
        <Trans>
          {host} is often the router. The server has an address of its own; look that up in the router's list
          of devices, or search the network.
        </Trans>
      )
    case 'zone':
      return (
        <Trans>
          Browsers can't use an address that begins with fe80. Type the server's other address, such as
          192.168.1.10.
        </Trans>
      )
  }
}
