import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { reportOf } from '../../diagnosis/report.ts'
import { SIGN_WORDS } from '../../diagnosis/sign-words.ts'
import { verdictOf } from '../../diagnosis/verdict.ts'
import { ago } from '../../i18n/ago.ts'
import { epochOf } from '../../lib/clock.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { CopyText } from '../../ui/copy-text.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { RecordList, type RecordRow } from '../../ui/record-list.tsx'
import { EVENT_WORDS } from '../words/event-words.ts'
import { evidenceOf } from '../screen/evidence-of.ts'
import { sentenceFor } from '../words/failure-words.ts'
import { useWizardContext } from '../live/wizard-context.ts'
import { machineOn, STAGE_OF } from '../screen/screen.ts'

/** Whom the page asked, what they said, and a report that tells others no more than they need. */
export function RecordContents() {
  const { t, i18n } = useLingui()
  const { facts, actions, events } = useWizardContext()
  const { candidates, now } = facts
  const momentOf = (atMonotonicMs: number): Pick<RecordRow, 'when' | 'exact' | 'clock'> => {
    const moment = new Date(epochOf(atMonotonicMs, now))
    return {
      when: ago(now.monotonicMs - atMonotonicMs, i18n.locale),
      exact: moment.toISOString(),
      clock: moment.toLocaleTimeString(i18n.locale),
    }
  }
  return (
    <>
      <RecordList
        label={t`What happened`}
        rows={events.map(({ name, atMonotonicMs }, index) => ({
          key: String(index),
          what: t(EVENT_WORDS[name]),
          said: '',
          ...momentOf(atMonotonicMs),
        }))}
      />
      <p>
        <Trans>
          This page asks the addresses below who they are; for a tunnel, this computer; and during a search,
          the usual routers whether they answer, and every address of the networks that are searched. Where it
          helps, it asks the account service whether it can be reached. This page talks to nobody else.
        </Trans>
      </p>
      <RecordList
        label={t`Addresses and what they said`}
        rows={candidates.map(({ address, history }) => ({
          key: address,
          what: address,
          said: history === null ? t`Not answered yet` : t(sentenceFor(address, history.latest)),
          ...(history === null ? { when: '', exact: '', clock: '' } : momentOf(history.latest.atMs)),
        }))}
      />
      {facts.remembered && (
        <>
          <p>
            <Trans>
              This browser remembers at which addresses your servers answered, and nothing else of them.
            </Trans>
          </p>
          <p>
            <ActionButton action="forget-addresses" look="quiet" onPress={actions.forgetAddresses}>
              <Trans>Forget these addresses</Trans>
            </ActionButton>
          </p>
        </>
      )}
      <Disclosure summary={t`A report to copy`} lazy>
        <Report />
      </Disclosure>
    </>
  )
}

/**
 * Shown before it is copied, so that everybody sees what they give away. Made once, on opening, so that it stays
 * selected.
 */
function Report() {
  const { t, i18n } = useLingui()
  const { facts, screen, events } = useWizardContext()
  const [text] = useState(() => {
    const evidence = evidenceOf(facts, screen)
    return reportOf({
      pageVersion: import.meta.env.VITE_PAGE_VERSION,
      stage: STAGE_OF[screen.name],
      machineIdentifier: machineOn(screen),
      evidence,
      verdict: verdictOf(evidence),
      events: events.map(({ name, atMonotonicMs }) => ({ atMs: atMonotonicMs, what: name })),
      language: i18n.locale,
      sentenceFor: (sign) => t(SIGN_WORDS[sign]),
    })
  })
  return (
    <>
      <p>
        <Trans>
          For asking others. The report holds no address, no name and no code; of the server's identifier it
          holds the last six characters.
        </Trans>
      </p>
      <CopyText
        action="copy-report"
        label={t`The report`}
        text={text}
        copy={t`Copy report`}
        copied={t`Copied.`}
        failed={t`Your browser won't copy. The text is selected: press Ctrl+C, or ⌘C on a Mac.`}
      />
    </>
  )
}
