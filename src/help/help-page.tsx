import type { Topic } from '../routes/topics.ts'
import { FindTheFilePage } from './find-the-file-page.tsx'
import type { HelpProps } from './help-props.ts'
import { OptOutPage } from './opt-out-page.tsx'
import { RecoverPage } from './recover-page.tsx'
import { RequirementPage } from './requirement-page.tsx'
import { TunnelPage } from './tunnel-page.tsx'

/** The help page on a topic. They stand in the file, so that they are there when the network is not. */
export function HelpPage({ topic, ...props }: HelpProps & { topic: Exclude<Topic, 'trouble'> }) {
  switch (topic) {
    case 'requirement':
      return <RequirementPage {...props} />
    case 'opt-out':
      return <OptOutPage {...props} />
    case 'find-the-file':
      return <FindTheFilePage {...props} />
    case 'recover':
      return <RecoverPage {...props} />
    case 'tunnel':
      return <TunnelPage {...props} />
  }
}
