import { Trans, useLingui } from '@lingui/react/macro'
import { Question } from '../ui/question.tsx'
import type { OwnSystem } from './tunnel.ts'

type Props = { system: OwnSystem; onChoose: (system: OwnSystem) => void }

/** What runs on the person's own computer: guessed, and theirs to correct. */
export function ChooseOwnSystem({ system, onChoose }: Props) {
  const { t } = useLingui()
  return (
    <Question
      ask={t`What runs on this computer?`}
      answer={system}
      onAnswer={onChoose}
      answers={[
        { value: 'windows', label: t`Windows 10 or newer` },
        { value: 'old-windows', label: t`An older Windows` },
        { value: 'mac', label: t`Mac` },
        { value: 'linux', label: t`Linux` },
      ]}
    />
  )
}

/** What to do with the line that makes the tunnel. */
export function HowToTunnel({ system }: { system: OwnSystem }) {
  return (
    <p>
      <Trans>Paste this into a terminal on this computer, sign in, and leave the window open.</Trans>{' '}
      {system === 'windows' && (
        <Trans>
          PowerShell is a terminal. If PowerShell doesn't know ssh, switch on “OpenSSH Client” under Optional
          features.
        </Trans>
      )}
      {system === 'old-windows' && <Trans>This Windows has no ssh: install PuTTY, which brings plink.</Trans>}
    </p>
  )
}
