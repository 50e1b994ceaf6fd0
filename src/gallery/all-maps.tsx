import { MapOf } from '../wizard/parts/wizard-map.tsx'
import type { AccountWay, HomeWay, WizardMap } from '../wizard/screen/map.ts'
import { ACCOUNT_SENTENCES, HOME_SENTENCES } from '../wizard/words/map-words.ts'
import styles from './gallery.module.css'

const homes = Object.keys(HOME_SENTENCES) as HomeWay[]
const accounts = Object.keys(ACCOUNT_SENTENCES) as AccountWay[]

const EVERY_MAP: readonly WizardMap[] = [
  ...homes.map((home) => ({ home, account: 'unknown' as const })),
  ...accounts
    .filter((account) => account !== 'unknown')
    .map((account) => ({ home: 'reached' as const, account })),
  { home: 'starting', account: 'linked' },
  { home: 'silent', account: 'linked' },
]

/** Every state of either half of the map, and linked servers that do not answer. */
export function AllMaps() {
  return (
    <section className={styles['maps']}>
      {EVERY_MAP.map(({ home, account }) => (
        <div key={`${home} ${account}`}>
          <h2>
            {home} <small>({account})</small>
          </h2>
          <MapOf home={home} account={account} />
        </div>
      ))}
    </section>
  )
}
