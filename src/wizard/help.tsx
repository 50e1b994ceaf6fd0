import { Trans, useLingui } from '@lingui/react/macro'
import { OneQuestion } from '../diagnosis/questions.tsx'
import { WhatDoYouSee } from '../diagnosis/what-do-you-see.tsx'
import { HelpPage } from '../help/help-page.tsx'
import { HelpArticle } from '../help/shell.tsx'
import { goTo, useRoute } from '../lib/route.ts'
import type { Topic } from '../lib/topics.ts'
import type { Place } from '../server/place.ts'
import { nameAddress } from './choices.ts'
import type { Facts } from './facts.ts'
import { serverIn, type Stage } from './stage.ts'

type Props = { topic: Topic; facts: Facts; stage: Stage }

/** A help page, with what is known of the server filled in. */
export function Help({ topic, facts, stage }: Props) {
  const { t } = useLingui()
  const query = useRoute().parameters.toString()
  const { answers, stamp } = facts
  if (topic === 'trouble') {
    return (
      <HelpArticle heading={t`What is the trouble?`}>
        <p>
          <Trans>What you write stays on this page.</Trans>
        </p>
        <WhatDoYouSee answers={answers} onKept={() => goTo(query === '' ? '/' : `/?${query}`)} />
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
      version={serverIn(stage)?.identity.version ?? stamp.version}
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
