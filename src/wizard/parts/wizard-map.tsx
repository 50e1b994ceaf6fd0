import { useLingui } from '@lingui/react/macro'
import { MapPicture, type ServerLook, type WayLook } from '../../ui/map-picture.tsx'
import unseen from '../../ui/unseen.module.css'
import { useWizardContext } from '../live/wizard-context.ts'
import { mapOf, type AccountWay, type HomeWay, type WizardMap as Shown } from '../screen/map.ts'
import { ACCOUNT_SENTENCES, HOME_SENTENCES } from '../words/map-words.ts'

const way = (
  before: WayLook['before'],
  mark: WayLook['mark'],
  after: WayLook['after'],
  tone: WayLook['tone'] = 'quiet',
): WayLook => ({ before, mark, after, tone })

/** The mark stands where the evidence ends: at this device, on the way, or at the server. */
const HOME_LOOKS: Readonly<Record<HomeWay, WayLook>> = {
  unknown: way('dashed', null, 'none'),
  asking: way('whole', 'dots', 'whole', 'busy'),
  reached: way('whole', 'tick', 'whole'),
  starting: way('whole', 'tick', 'none'),
  several: way('whole', 'tick', 'whole'),
  'kept-off': way('none', 'cross', 'dashed'),
  silent: way('whole', 'cross', 'dashed'),
  failing: way('whole', 'question', 'none'),
  hidden: way('whole', 'barred', 'whole'),
  another: way('whole', 'stranger', 'none'),
}

const ACCOUNT_LOOKS: Readonly<Record<AccountWay, WayLook>> = {
  unknown: way('dashed', null, 'none'),
  'not-linked': way('dashed', 'ring', 'dashed'),
  'signing-in': way('whole', 'dot', 'whole', 'busy'),
  'code-sent': way('whole', 'dot', 'whole', 'busy'),
  overdue: way('dashed', 'question', 'dashed'),
  unsure: way('dashed', 'question', 'dashed'),
  linked: way('whole', 'tick', 'whole', 'linked'),
}

const SERVER_LOOKS: Partial<Readonly<Record<HomeWay, ServerLook>>> = {
  starting: 'starting',
  several: 'several',
  another: 'dimmed',
}

/** How far this page gets, as a picture and in two sentences. */
export function WizardMap() {
  const { facts, screen } = useWizardContext()
  return <MapOf {...mapOf(facts, screen)} />
}

/** Any state of the map. */
export function MapOf({ home, account }: Shown) {
  const { t } = useLingui()
  const reached = home === 'reached' || home === 'starting'
  return (
    <>
      <MapPicture
        home={{ ...HOME_LOOKS[home], ...(reached && account === 'linked' ? { tone: 'linked' } : {}) }}
        server={SERVER_LOOKS[home] ?? 'plain'}
        account={ACCOUNT_LOOKS[account]}
        errand={account === 'signing-in'}
      />
      <ul className={unseen['unseen']} aria-label={t`Connections`}>
        <li>{t(HOME_SENTENCES[home])}</li>
        <li>{t(ACCOUNT_SENTENCES[account])}</li>
      </ul>
    </>
  )
}
