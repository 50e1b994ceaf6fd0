import { Trans, useLingui } from '@lingui/react/macro'
import { TV_PAGE } from '../../account/tv-page.ts'
import { supportLink } from '../../lib/support-link.ts'
import { ActionLink } from '../../ui/action-link.tsx'
import { NextSteps } from '../../ui/next-steps.tsx'

const ADDING_LIBRARIES = '200288926-creating-libraries'

/** The end is a beginning: what a server is for. */
export function WhatNext() {
  const { t } = useLingui()
  return (
    <NextSteps
      heading={t`What next?`}
      steps={[
        {
          key: 'media',
          title: (
            <ActionLink action="add-media" look="text" beside href={supportLink(ADDING_LIBRARIES)}>
              <Trans>Add films, music and photos</Trans>
            </ActionLink>
          ),
          text: t`In Plex, add a library and pick the folders on the server.`,
        },
        {
          key: 'tv',
          title: (
            <ActionLink action="watch-on-tv" look="text" beside href={TV_PAGE}>
              <Trans>Watch on a TV</Trans>
            </ActionLink>
          ),
          text: t`Open the Plex app on the TV, and at plex.tv/link type the code that the TV shows.`,
        },
        {
          key: 'phone',
          title: <Trans>Watch on a phone</Trans>,
          text: t`Install the Plex app, and sign in with the same Plex account.`,
        },
      ]}
    />
  )
}
