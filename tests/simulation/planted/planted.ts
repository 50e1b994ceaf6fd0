/** A bug as somebody may make it: one text of one file, and what stands there instead. */
export type PlantedBug = {
  readonly name: string
  readonly file: string
  readonly text: string
  readonly instead: string
}

/** Each has to be found (docs/simulation.md says by which seed). A text that is not there any more fails the search for it. */
export const PLANTED: readonly PlantedBug[] = [
  {
    name: 'one answer is believed',
    file: 'src/server/address-history.ts',
    text: 'newest.atMs - sinceMs >= AGREEING_AFTER_MS',
    instead: 'newest.atMs - sinceMs >= 0',
  },
  {
    name: 'a second answer counts however soon it comes',
    file: 'src/server/address-history.ts',
    text: 'AGREEING_AFTER_MS = 500',
    instead: 'AGREEING_AFTER_MS = 50',
  },
  {
    name: 'the named address is forgotten while another stands in for it',
    file: 'src/wizard/screen/pace.ts',
    text: "if (promised && server.standing !== 'promised') return calm",
    instead: "if (promised && server.standing !== 'promised') return false",
  },
  {
    name: 'the note of another machine is kept',
    file: 'src/wizard/screen/screen-of.ts',
    text: "if (trouble.name === 'another-machine') return trouble",
    instead: '',
  },
  {
    name: 'whatever is picked is named, so that it gets the code',
    file: 'src/wizard/screen/trust.ts',
    text: "each.address === address && (each.how !== 'picked' || unstamped)",
    instead: 'each.address === address',
  },
  {
    name: 'a server is given up after one failure',
    file: 'src/server/address-history.ts',
    text: 'if (history.failures < GIVEN_UP_AFTER_FAILURES) return false',
    instead: 'if (history.failures > 0) return true',
  },
  {
    name: 'everybody is asked twice as often',
    file: 'src/wizard/screen/pace.ts',
    text: 'CALM_MS = 3_000',
    instead: 'CALM_MS = 1_500',
  },
  {
    name: 'a code is given to a server that is linked already',
    file: 'src/server/claim.ts',
    text: "if (now.identity.claim === 'claimed') return 'already-claimed'",
    instead: '',
  },
  {
    name: 'a code is given without asking once more who is there',
    file: 'src/server/claim.ts',
    text: "const now = await probe(address, signal, ANSWER_WITHIN_MS, 'nobody')",
    instead:
      "const now = { kind: 'identity', identity: { machineIdentifier, claim: 'unclaimed' } } as Awaited<ReturnType<typeof probe>>",
  },
  {
    name: 'somebody stands in while the named address may still answer',
    file: 'src/wizard/screen/server.ts',
    text: "if (standing !== 'promised' && isAwaitingPromise(facts)) return null",
    instead: '',
  },
  {
    name: 'nobody is asked when the person comes back',
    file: 'src/wizard/live/use-asking-on-return.ts',
    text: 'if (returnedAtMs !== openedAtMs) ask()',
    instead: 'if (returnedAtMs < openedAtMs) ask()',
  },
  {
    name: 'an address far away is asked without consent',
    file: 'src/wizard/facts/candidates.ts',
    text: 'return !isAtHome(at) &&',
    instead: 'return false &&',
  },
  {
    name: 'an address far away is asked because storage says so',
    file: 'src/wizard/facts/candidates.ts',
    text: 'if (ours && isAtHome(address))',
    instead: 'if (ours)',
  },
  {
    name: 'a page from elsewhere asks this computer',
    file: 'src/wizard/facts/candidates.ts',
    text: "if (pageOrigin === null || classOf(pageOrigin) === 'loopback')",
    instead: 'if (true)',
  },
  {
    name: 'a code of the file is offered after it ran out',
    file: 'src/account/sign-in-link.ts',
    text: 'pin === null || pin.expiresAtMs <= nowEpochMs',
    instead: 'pin === null',
  },
  {
    name: "a file's code is offered for another machine",
    file: 'src/wizard/screen/sign-in-for.ts',
    text: 'stamp.machineIdentifier === machineIdentifier ? stamp.signIn : null',
    instead: 'stamp.signIn',
  },
  {
    name: 'what an address said is kept for ever',
    file: 'src/server/address-history.ts',
    text: 'latest: outcome,\n        failures: rest.failures + 1,',
    instead: 'latest: { ...outcome, before: rest } as never,\n        failures: rest.failures + 1,',
  },
  {
    name: 'a forged note is believed as it stands',
    file: 'src/account/note.ts',
    text: 'if (!note.success) return null',
    instead: 'if (!note.success) return text === null ? null : (parseJson(text) as Note | null)',
  },
  {
    name: 'whoever waits is shown too late that the server is linked',
    file: 'src/wizard/screen/pace.ts',
    text: 'const QUICK_MS = 1_000',
    instead: 'const QUICK_MS = 4_000',
  },
  {
    name: 'an answer is waited for without end',
    file: 'src/lib/http.ts',
    text: 'ANSWER_WITHIN_MS = 5_000',
    instead: 'ANSWER_WITHIN_MS = 50_000',
  },
  {
    name: 'questions that were handed over are never given up',
    file: 'src/server/identity-queries.ts',
    text: "signal.addEventListener('abort', giveUp)",
    instead: 'void signal',
  },
]
