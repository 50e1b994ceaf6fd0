import { Trans, useLingui } from '@lingui/react/macro'
import { useRef, useState } from 'react'
import { CLAIM_PAGE, CODE_GOOD_FOR_MS, parseClaimCode, type CodeProblem } from '../../account/claim-code.ts'
import { TunnelLink } from '../../help/tunnel-link.tsx'
import { mayGetCode } from '../../lib/address-class.ts'
import { resultFor } from '../../server/claim.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ActionLink } from '../../ui/action-link.tsx'
import { CodeForm } from '../../ui/code-form.tsx'
import { Ring } from '../../ui/ring.tsx'
import { CODE_PROBLEMS } from '../words/code-words.ts'
import { ConfirmAddress } from './confirm-address.tsx'
import { hostOf } from '../words/failure-words.ts'
import { NO_DRAFT } from '../live/draft.ts'
import { useWizardContext } from '../live/wizard-context.ts'
import type { Server } from '../screen/server.ts'

type Props = { server: Server }

/** The steps with a claim code, or why there are none for the server on screen. */
export function CodeFor(props: Props) {
  const { address, standing } = props.server
  if (!mayGetCode(address)) return <TooFar />
  return standing !== 'unnamed' ? <CodeSteps {...props} /> : <NotNamed {...props} />
}

function CodeSteps({ server }: Props) {
  const { t } = useLingui()
  const { facts, actions, codeDraft, editCode } = useWizardContext()
  const [problem, setProblem] = useState<CodeProblem | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const { fetchedAtMs } = facts.code
  const result = resultFor(facts.code, server.identity.machineIdentifier)
  const running = fetchedAtMs !== null && result !== 'ran-out'

  // Of what was in the field: a code that comes after another one is a fresh one.
  const seen = useRef<'nothing' | 'code' | 'gone'>(isCode(codeDraft.text) ? 'code' : 'nothing')

  function edit(text: string): void {
    setProblem(null)
    editCode({ text, typing: true })
    if (!isCode(text)) {
      if (seen.current === 'code') seen.current = 'gone'
      return
    }
    // A person who pastes a code has fetched it by then.
    if (!running || seen.current === 'gone') actions.fetchedCode()
    seen.current = 'code'
  }

  function send(text: string): void {
    const parsed = parseClaimCode(text)
    setProblem(parsed.kind === 'problem' ? parsed.problem : null)
    // A token is wiped as well: it must not stand there for others to see.
    if (parsed.kind === 'code' || parsed.problem === 'token') editCode(NO_DRAFT)
    if (parsed.kind === 'code' && result !== 'ran-out') actions.sendCode(parsed.code, server)
  }

  function go(): void {
    actions.fetchedCode()
    // The button goes, and the code comes next.
    field.current?.focus()
  }

  return (
    <>
      <p>
        <Trans>
          For servers that can't be linked by signing in here: older ones, containers, NAS. The account gives
          you a code that is valid for four minutes; paste the code here, and this page hands it to your
          server and to nobody else.
        </Trans>
      </p>
      <p>
        <ActionLink action="get-code" look="quiet" beside href={CLAIM_PAGE}>
          <Trans>Get a claim code</Trans>
        </ActionLink>
      </p>
      {running ? (
        <CodeRing leftMs={Math.max(0, CODE_GOOD_FOR_MS - (facts.now.monotonicMs - fetchedAtMs))} />
      ) : (
        <p>
          <ActionButton action="fetched-code" look="quiet" onPress={go}>
            <Trans>I have a code</Trans>
          </ActionButton>
        </p>
      )}
      <CodeForm
        label={t`The claim code`}
        hint={t`The code begins with claim-. A whole command with the code in it works, too.`}
        submit={t`Link with this code`}
        action="use-code"
        problem={problem === null ? null : t(CODE_PROBLEMS[problem])}
        text={codeDraft.text}
        field={field}
        goesOn={codeDraft.typing}
        onEdit={edit}
        onFocus={(typing) => editCode({ typing })}
        onSubmit={send}
      />
    </>
  )
}

function isCode(text: string): boolean {
  return parseClaimCode(text).kind === 'code'
}

function CodeRing({ leftMs }: { leftMs: number }) {
  const { t } = useLingui()
  const seconds = Math.ceil(Math.min(leftMs, CODE_GOOD_FOR_MS) / 1_000)
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return <Ring left={leftMs / CODE_GOOD_FOR_MS}>{t`The code is valid for another ${time}.`}</Ring>
}

/** Anyone in the network can answer like the server, and a code is good for all who get it. */
function NotNamed(props: Props) {
  const host = hostOf(props.server.address)
  return (
    <>
      <p>
        <Trans>
          Your server answers at {host}, and the file doesn't name that address. Anyone in the network could
          answer there, so this page hands no code over. Signing in is safe all the same. When you restart the
          server, it writes its addresses into the file again. Or confirm the address yourself, if you know
          that it is your server's.
        </Trans>
      </p>
      <ConfirmAddress {...props} />
    </>
  )
}

function TooFar() {
  return (
    <>
      <p>
        <Trans>
          A claim code only goes to an IP address at home, and never to a name or over the internet, where
          others could read the code and use it first. Open the server's IP address in your network, make a
          tunnel, or enter the code on the server's own computer.
        </Trans>
      </p>
      <TunnelLink />
    </>
  )
}
