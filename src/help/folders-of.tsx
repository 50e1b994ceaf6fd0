import type { Place } from '../server/place.ts'
import { useSystemName } from './by-system.tsx'
import { DATA_FOLDERS } from './data-folders.ts'

export function FoldersOf({ place }: { place: Place }) {
  const nameOf = useSystemName(place)
  return (
    <dl>
      {DATA_FOLDERS[place].map(({ system, path }) => (
        <div key={system}>
          <dt>{nameOf(system)}</dt>
          <dd>
            <code>{path}</code>
          </dd>
        </div>
      ))}
    </dl>
  )
}
