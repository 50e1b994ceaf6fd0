import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { identityQueries } from '../server/identity-queries.ts'
import { Remark } from '../ui/remark.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { HelpProps } from './help-props.ts'
import { ChooseOwnSystem, HowToTunnel } from './own-system.tsx'
import { CodeOnTheHost, StrangerFacts } from './stranger-facts.tsx'
import { HelpArticle, Lines, Source } from './shell.tsx'
import { endsOf } from './tunnel-ends.ts'
import { TunnelState } from './tunnel-state.tsx'
import {
  LOCAL_PORTS,
  nearEnd,
  parseOwnSystem,
  parseTunnel,
  portForwardCommand,
  tunnelCommand,
  type TunnelProblem,
} from './tunnel.ts'
import { WHERE } from './where-to-type.tsx'

const LOOKED_FOR_EVERY_MS = 1_500

const PROBLEMS: Record<TunnelProblem, MessageDescriptor> = {
  user: msg`Type the user name that you sign in with there: letters, digits, dots and dashes.`,
  host: msg`Type the computer's name or IP address, such as media.example.net or 203.0.113.5.`,
  port: msg`The port is a number between 1 and 65535. Leave the field empty if you don't know the port.`,
}

/** A tunnel by SSH, for a server that is far away: through it one comes from the server's own computer. */
export function TunnelPage({ machine, onTunnel }: HelpProps) {
  const { t } = useLingui()
  const [user, setUser] = useState('')
  const [host, setHost] = useState('')
  const [port, setPort] = useState('')
  const [system, setSystem] = useState(() => parseOwnSystem(navigator.userAgent))
  const queries = useQueries({
    queries: LOCAL_PORTS.map((localPort) => ({
      ...identityQueries.at(nearEnd(localPort)),
      refetchInterval: LOOKED_FOR_EVERY_MS,
    })),
  })
  const { up, free, others } = endsOf(
    LOCAL_PORTS.map((localPort, index) => ({ localPort, history: queries[index]?.data ?? null })),
    machine,
  )
  const parsed = parseTunnel({ user, host, port, localPort: up ?? free })
  const begun = user !== '' && host !== ''
  const problem = begun && 'problem' in parsed ? parsed.problem : null
  const taken = others.join(', ')
  return (
    <HelpArticle heading={t`A tunnel to a server far away`}>
      <p>
        <Trans>
          Only a device in the server's own network can link the server. A tunnel by SSH brings your computer
          there: what your computer asks at its own address comes out on the server's computer.
        </Trans>
      </p>
      <ChooseOwnSystem system={system} onChoose={setSystem} />
      <TextField
        label={t`User name there`}
        name="user"
        value={user}
        problem={problem === 'user' ? t(PROBLEMS.user) : null}
        onChange={setUser}
      />
      <TextField
        label={t`The computer's name or IP address`}
        name="host"
        value={host}
        problem={problem === 'host' ? t(PROBLEMS.host) : null}
        onChange={setHost}
      />
      <TextField
        label={t`SSH port`}
        name="port"
        hint={t`22 if this field is empty.`}
        numeric
        value={port}
        problem={problem === 'port' ? t(PROBLEMS.port) : null}
        onChange={setPort}
      />
      {up === null && others.length > 0 && (
        <Remark kind="info">
          <Trans>
            Somebody else answers at port {taken} of this computer. The tunnel begins at port {free} instead.
          </Trans>
        </Remark>
      )}
      {'tunnel' in parsed ? (
        <>
          <HowToTunnel system={system} />
          <Lines
            what={t`Make a tunnel`}
            where={t(WHERE.here)}
            lines={[tunnelCommand(parsed.tunnel, system)]}
          />
        </>
      ) : (
        <p>
          <Trans>Fill in the fields, and the command comes here.</Trans>
        </p>
      )}
      <p>
        <Trans>In Kubernetes, this line does the same for a pod:</Trans>{' '}
        <code>{portForwardCommand(up ?? free)}</code>
      </p>
      <TunnelState near={up === null ? null : nearEnd(up)} onUse={onTunnel} />
      <CodeOnTheHost />
      <StrangerFacts />
      <Source article={200288586} title="Installation" />
    </HelpArticle>
  )
}
