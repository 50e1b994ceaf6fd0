import type { Place } from '../server/place.ts'
import { SYSTEMS } from '../server/systems.ts'
import { useSystemName } from './by-system.tsx'

export function FoldersOf({ place }: { place: Place }) {
  const nameOf = useSystemName(place)
  return (
    <dl>
      {SYSTEMS[place].map(({ name, folder, also }) => (
        <div key={name}>
          <dt>{nameOf(name)}</dt>
          <dd>
            <code>{folder}</code>
            {also !== undefined && (
              <>
                <br />
                <code>{also}</code>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
