import { Trans, useLingui } from '@lingui/react/macro'
import { Navigate, useParams } from 'react-router-dom'
import { OneQuestion } from '../../diagnosis/questions.tsx'
import { WhatDoYouSee } from '../../diagnosis/what-do-you-see.tsx'
import { HelpPage } from '../../help/help-page.tsx'
import { HelpArticle } from '../../help/shell.tsx'
import { useStart } from '../../routes/at.ts'
import { parseTopic, type Topic } from '../../routes/topics.ts'
import type { Place } from '../../server/place.ts'
import { nameAddress } from '../facts/choices.ts'
import type { Facts } from '../facts/facts.ts'
import { useWizardContext } from '../live/wizard-context.ts'
import { LinkedMeanwhile } from '../parts/linked-meanwhile.tsx'

/** A help page, with what is known of the server filled in. */
export function HelpTopicPage() {
  const topic = parseTopic(useParams()['topic'])
  if (topic === null) return <Navigate to="/" replace />
  return (
    <>
      <LinkedMeanwhile />
      <HelpOn topic={topic} />
    </>
  )
}

function HelpOn({ topic }: { topic: Topic }) {
  const { t } = useLingui()
  const { facts, screen } = useWizardContext()
  const start = useStart()
  const { answers, stamp } = facts
  if (topic === 'trouble') {
    return (
      <HelpArticle heading={t`What is the trouble?`}>
        <p>
          <Trans>What you write stays on this page.</Trans>
        </p>
        <WhatDoYouSee answers={answers} onKept={start} />
      </HelpArticle>
    )
  }
  const place = answers.runs ?? placeOf(stamp.platform)
  return (
    <HelpPage
      topic={topic}
      place={place}
      choosePlace={<OneQuestion question="runs" answers={answers} answer={place} />}
      machine={facts.chosen ?? stamp.machineIdentifier}
      onTunnel={(near) => nameAddress({ address: near, how: 'tunnel' })}
      version={screen.server?.identity.version ?? stamp.version}
    />
  )
}

/** Where a server of this platform most likely runs. Linux may be a container or a NAS, so that the person is asked. */
function placeOf(platform: Facts['stamp']['platform']): Place | null {
  switch (platform) {
    case 'Windows':
      return 'windows-app'
    case 'MacOSX':
      return 'mac'
    case 'Linux':
    case null:
      return null
  }
}
