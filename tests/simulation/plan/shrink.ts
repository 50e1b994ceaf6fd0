import type { Plan } from './plan.ts'

type Fails = (plan: Plan) => Promise<boolean>

/** The smallest part of a plan that still fails: less happens, fewer are at home, and the app starts at once. */
export async function shrunk(plan: Plan, fails: Fails): Promise<Plan> {
  let smallest = plan
  let goesOn = true
  while (goesOn) {
    goesOn = false
    for (const smaller of smallerThan(smallest)) {
      if (!(await fails(smaller))) continue
      smallest = smaller
      goesOn = true
      break
    }
  }
  return smallest
}

function* smallerThan(plan: Plan): Generator<Plan> {
  const { steps, hosts } = plan
  for (let half = steps.length >> 1; half > 1; half >>= 1) {
    for (let from = 0; from < steps.length; from += half) {
      yield { ...plan, steps: steps.filter((_step, at) => at < from || at >= from + half) }
    }
  }
  for (const step of steps) yield { ...plan, steps: steps.filter((each) => each !== step) }
  for (const host of hosts.slice(1)) yield { ...plan, hosts: hosts.filter((each) => each !== host) }
  if (plan.routers.length > 0) yield { ...plan, routers: [] }
  if (plan.look !== 'app') yield { ...plan, look: 'app', startsAfterMs: 60 }
  if (plan.elsewhere !== 'refused') yield { ...plan, elsewhere: 'refused' }
}
