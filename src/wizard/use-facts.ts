import { useQueries, useQuery, useQueryClient, type Query } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState } from 'react'
import { leftHereOf, notesOf } from '../account/note.ts'
import { reachQueries } from '../account/reach.ts'
import { ANSWERS_KEY, parseAnswers } from '../diagnosis/answers.ts'
import { parseOrigin, type Address } from '../lib/address.ts'
import { parseBrowser } from '../lib/browser.ts'
import { useMoment } from '../lib/clock.ts'
import { parseMachineIdentifier } from '../lib/machine-identifier.ts'
import { usePermission } from '../lib/permission.ts'
import { useRoute } from '../lib/route.ts'
import { recall, useKeptChanges } from '../lib/storage.ts'
import type { Heard } from '../server/heard.ts'
import { identityQueries } from '../server/identity-queries.ts'
import { parseUsedAddresses, USED_ADDRESSES_KEY } from '../server/used-addresses.ts'
import type { Stamp } from '../stamp/stamp.ts'
import { askAgainInMs } from './asking.ts'
import { candidatesOf, needsConsent, type WayIn } from './candidates.ts'
import { ALLOWED_KEY, chosenKeyFor, NAMED_KEY, parseNamedAddresses } from './choices.ts'
import { accountMatters } from './evidence-of.ts'
import { machinesIn, type Facts } from './facts.ts'
import { askNow } from './ask-now.ts'
import { isFromOutside } from './trouble.ts'
import { useClaimByCode, type ClaimByCode } from './use-claim-code.ts'
import { wantedOf } from './server-on-screen.ts'
import { serverIn, stageOf, type Stage } from './stage.ts'
import { standingOf } from './trust.ts'
import { useReturns } from './use-returns.ts'
import { useSearch, type SearchControls } from './use-search.ts'

/** What the page was given when it was opened. */
export type Opened = { readonly stamp: Stamp; readonly wayIn: WayIn }

export type Found = {
  readonly facts: Facts
  readonly stage: Stage
  /** Where an explicit choice of another machine is kept. */
  readonly chosenKey: string
  readonly searching: SearchControls
  readonly byCode: ClaimByCode
  /** The URL names an address that cannot be read; the usual ones are asked instead. */
  readonly unreadableAt: boolean
}

/**
 * Collects the facts and keeps asking. Every observer of a query runs a timer of its own, so this is called
 * once on a page.
 */
export function useFacts({ stamp, wayIn }: Opened): Found {
  const client = useQueryClient()
  const now = useMoment(1_000)
  // Help pages keep it, so that whoever comes back finds the same server.
  const typed = useRoute().parameters.get('at')
  const at = typed === null ? null : parseOrigin(typed)

  useKeptChanges()
  // As of the opening: what other tabs find must not change what this one is about.
  const [used] = useState(() => parseUsedAddresses(recall('lasting', USED_ADDRESSES_KEY)))
  const chosenKey = chosenKeyFor(stamp.machineIdentifier ?? at)
  const chosen = parseMachineIdentifier(recall('tab', chosenKey))
  const allowed = parseOrigin(recall('tab', ALLOWED_KEY))
  const named = parseNamedAddresses(recall('tab', NAMED_KEY))
  const unasked = at !== null && needsConsent(at, wayIn, stamp, allowed) ? at : null
  const searching = useSearch()
  const byCode = useClaimByCode(now.steadyMs)
  const permission = usePermission(isFromOutside(wayIn))
  const found = searching.search?.found ?? []
  const candidates = unasked === null ? candidatesOf({ at, wayIn, stamp, used, found }) : []

  const shown = useRef<Stage | null>(null)
  const promised = useRef<ReadonlySet<Address>>(new Set())
  const returnedAtMs = useReturns(() => {
    if (shown.current !== null) askNow(client, shown.current)
  })
  const answers = useQueries({
    queries: candidates.map(({ address }) => ({
      ...identityQueries.at(address),
      refetchInterval: (query: Query<Heard, Error, Heard, readonly ['identity', typeof address]>) =>
        shown.current === null
          ? (false as const)
          : askAgainInMs(address, query.state.data ?? null, {
              stage: shown.current,
              promised: promised.current.has(address),
              visible: document.visibilityState === 'visible',
              // As of the last answer: the pace must not change while its timer runs.
              sinceReturnMs: (query.state.data?.latest.atMs ?? 0) - returnedAtMs,
            }),
    })),
  })

  const heardCandidates = candidates.map((candidate, index) => ({
    ...candidate,
    heard: answers[index]?.data ?? null,
  }))
  const machines = machinesIn(heardCandidates, [chosen, stamp.machineIdentifier])

  const known: Facts = {
    now,
    online: navigator.onLine,
    wayIn,
    browser: parseBrowser(navigator.userAgent),
    stamp,
    unasked,
    candidates: heardCandidates,
    search: searching.search,
    remembered: parseUsedAddresses(recall('lasting', USED_ADDRESSES_KEY)).length > 0,
    named,
    chosen,
    permission,
    account: 'unasked',
    code: byCode,
    answers: parseAnswers(recall('tab', ANSWERS_KEY)),
    notes: notesOf(machines, now.epochMs),
    leftHere: leftHereOf(machines),
  }
  const stage = stageOf(known)
  const { data: account = 'unasked' } = useQuery({
    ...reachQueries.account(),
    enabled: accountMatters(known, stage),
  })
  const facts: Facts = { ...known, account }
  // Before the queries' own effects, which ask how long to wait.
  useLayoutEffect(() => {
    shown.current = stage
    promised.current = new Set(
      candidates.flatMap(({ address }) => (standingOf(address, facts) === 'promised' ? [address] : [])),
    )
    // Everything stops once the right server is on screen, whoever found it. Where any will do, and one is gone
    // straight on with, another may still have lost a packet: then the person is asked after all.
    const right = wantedOf(facts) !== null || stage.name !== 'unclaimed'
    if (right && serverIn(stage) !== null) searching.stop()
  })
  return { facts, stage, chosenKey, searching, byCode, unreadableAt: typed !== null && at === null }
}
