import type { Place } from '../server/place.ts'
import { DATA_FOLDERS } from './data-folders.ts'

export function FoldersOf({ place }: { place: Place }) {
  return (
    <dl>
      {DATA_FOLDERS[place].map(({ system, path }) => (
        <div key={system}>
          <dt>{system}</dt>
          <dd>
            <code>{path}</code>
          </dd>
        </div>
      ))}
    </dl>
  )
}
