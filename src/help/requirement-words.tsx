import { Trans } from '@lingui/react/macro'
import type { Place } from '../server/place.ts'
import { GATES } from '../server/gate.ts'
import type { Requirement } from './requirement.ts'

/** The outcome of the check, and the rule behind it. */
export function RequirementWords({ requirement, place }: { requirement: Requirement; place: Place }) {
  const gate = GATES[place] ?? ''
  switch (requirement.because) {
    case 'new':
      return <Trans>Yes. From version {gate} on, a new server has to be linked to a Plex account.</Trans>
    case 'signed-out':
      return (
        <Trans>
          Yes. From version {gate} on, a server that was ever linked has to be linked again once it is signed
          out.
        </Trans>
      )
    case 'claimed-already':
      return <Trans>No, the server is linked already. There is nothing to do.</Trans>
    case 'never-claimed':
      return <Trans>No. A server that was there before, and was never linked, may go on as it is.</Trans>
    case 'too-old':
      return <Trans>No, not with this version. From version {gate} on, yes.</Trans>
    case 'not-enforced':
      return (
        <Trans>
          No. So far, only servers on Windows and macOS have to be linked. Others may follow, and a server is
          of little use before.
        </Trans>
      )
    case 'overridden':
      return (
        <Trans>
          No, because of that setting. The setting may stop working with a later version; then the server has
          to be linked.
        </Trans>
      )
    case 'version-unknown':
      return (
        <Trans>
          That depends on the server's version: from version {gate} on, yes. Today's versions are newer than
          that.
        </Trans>
      )
  }
}
