import { useLingui } from '@lingui/react/macro'
import { SIGN_WORDS } from '../../diagnosis/sign-words.ts'
import { verdictOf } from '../../diagnosis/verdict.ts'
import { AddressText } from '../../ui/address-text.tsx'
import { Bullets } from '../../ui/bullets.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import { evidenceOf } from '../screen/evidence-of.ts'
import { telling } from '../screen/trouble.ts'
import { sentenceFor } from '../words/failure-words.ts'

/** What the addresses said, and what speaks for the likeliest cause. */
export function HowWeKnow() {
  const { t } = useLingui()
  const { facts, screen } = useWizardContext()
  const [{ signs }] = verdictOf(evidenceOf(facts, screen)).findings
  return (
    <Bullets>
      {telling(facts).map(({ address, history }) => (
        <AddressText key={address}>{t(sentenceFor(address, history.latest))}</AddressText>
      ))}
      {signs.map((sign) => t(SIGN_WORDS[sign]))}
    </Bullets>
  )
}
