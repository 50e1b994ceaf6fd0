import { useLingui } from '@lingui/react/macro'
import { HelpLink } from '../../routes/help-link.tsx'
import { TOPICS, type Topic } from '../../routes/topics.ts'
import { LinkList } from '../../ui/link-list.tsx'

/** Every help page of the file. */
export function HelpLinkList() {
  const { t } = useLingui()
  const titles: Record<Topic, string> = {
    requirement: t`Does my server have to be linked?`,
    'opt-out': t`Doing without linking`,
    'find-the-file': t`Where the file is`,
    recover: t`Sign-in no longer accepted`,
    tunnel: t`A tunnel to a server far away`,
    trouble: t`What is the trouble?`,
  }
  return (
    <LinkList>
      {TOPICS.map((topic) => (
        <HelpLink key={topic} topic={topic}>
          {titles[topic]}
        </HelpLink>
      ))}
    </LinkList>
  )
}
