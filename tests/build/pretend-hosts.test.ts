import { expect, it } from 'vitest'
import { BEHAVIOURS, STAGES, type Behaviour } from '../../src/mocks/behaviours.ts'
import { HOST_NAMES } from '../../src/mocks/dev-network.ts'
import { documentedHosts, HOSTS_DOCUMENT } from './pretend-hosts-table.ts'

it(`${HOSTS_DOCUMENT} names every pretend host, what it does and what the page shows`, () => {
  const hosts = (Object.keys(BEHAVIOURS) as Behaviour[]).map((behaviour) => ({
    behaviour,
    name: HOST_NAMES[behaviour],
    does: BEHAVIOURS[behaviour],
    stages: STAGES[behaviour],
  }))
  expect(documentedHosts()).toEqual(hosts)
})
