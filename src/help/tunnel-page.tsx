import { Trans, useLingui } from '@lingui/react/macro'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { identityQueries } from '../server/identity-queries.ts'
import { ActionLink } from '../ui/action-link.tsx'
import { Remark } from '../ui/remark.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { HelpArticle, Lines, Source } from './shell.tsx'
import { LOCAL_PORTS, nearEnd, parseTunnel, tunnelCommand, type TunnelProblem } from './tunnel.ts'

const LOOKED_FOR_EVERY_MS = 1_500

const PROBLEMS: Record<TunnelProblem, MessageDescriptor> = {
  user: msg`Type the user name that you sign in with there: letters, digits, dots and dashes.`,
  host: msg`Type the computer's name or number, such as media.example.net or 203.0.113.5.`,
  port: msg`The port is a number between 1 and 65535. Leave it empty if you don't know it.`,
}

/** A tunnel by SSH, for a server that is far away: through it one comes from the server's own computer. */
export function TunnelPage() {
  const { t } = useLingui()
  const [user, setUser] = useState('')
  const [host, setHost] = useState('')
  const [port, setPort] = useState('')
  const ends = useQueries({
    queries: LOCAL_PORTS.map((localPort) => ({
      ...identityQueries.at(nearEnd(localPort)),
      refetchInterval: LOOKED_FOR_EVERY_MS,
    })),
  })
  const heard = LOCAL_PORTS.map((localPort, index) => ({ localPort, heard: ends[index]?.data ?? null }))
  const up = heard.find(
    (end) => end.heard?.latest.kind === 'identity' || end.heard?.latest.kind === 'starting',
  )
  // Where nobody answers is free, as far as a page can tell.
  const free = heard.find(
    (end) => end.heard?.latest.kind === 'failure' && end.heard.latest.reason === 'refused',
  )
  const parsed = parseTunnel({ user, host, port, localPort: (up ?? free)?.localPort ?? LOCAL_PORTS[0] })
  const begun = user !== '' && host !== ''
  const problem = begun && 'problem' in parsed ? parsed.problem : null
  const near = up === undefined ? null : nearEnd(up.localPort)
  return (
    <HelpArticle heading={t`A tunnel to a server far away`}>
      <p>
        <Trans>
          A server is claimed only by somebody near it. A tunnel by SSH makes you one: what your computer asks
          at its own address comes out on the server's computer.
        </Trans>
      </p>
      <TextField
        label={t`User name there`}
        name="user"
        value={user}
        problem={problem === 'user' ? t(PROBLEMS.user) : null}
        onChange={setUser}
      />
      <TextField
        label={t`Its name or number`}
        name="host"
        value={host}
        problem={problem === 'host' ? t(PROBLEMS.host) : null}
        onChange={setHost}
      />
      <TextField
        label={t`SSH port`}
        name="port"
        hint={t`22 if you leave it empty.`}
        numeric
        value={port}
        problem={problem === 'port' ? t(PROBLEMS.port) : null}
        onChange={setPort}
      />
      {'tunnel' in parsed ? (
        <>
          <p>
            <Trans>
              Paste this into a terminal of this computer, sign in, and leave the window open. Windows has the
              same command in its terminal; if it does not know ssh, switch on “OpenSSH Client” under Optional
              features.
            </Trans>
          </p>
          <Lines label={t`Make a tunnel`} lines={[tunnelCommand(parsed.tunnel)]} />
        </>
      ) : (
        <p>
          <Trans>Fill in the fields, and the command comes here.</Trans>
        </p>
      )}
      <div role="status" data-tunnel={near === null ? 'down' : 'up'}>
        {near === null ? (
          <Waiting>
            <Trans>Waiting for the tunnel; this page notices by itself.</Trans>
          </Waiting>
        ) : (
          <Remark kind="info">
            <p>
              <Trans>The tunnel is there, and a server answers at its end.</Trans>
            </p>
          </Remark>
        )}
      </div>
      {near !== null && (
        <p>
          <ActionLink
            action="use-tunnel"
            look="primary"
            beside={false}
            href={`#/?at=${encodeURIComponent(near)}`}
          >
            <Trans>Go on through the tunnel</Trans>
          </ActionLink>
        </p>
      )}
      <Source article="200288586-installation" />
    </HelpArticle>
  )
}
