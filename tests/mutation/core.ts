/** Files whose mutants are tried together, and the unit tests that concern them. */
export type Room = { readonly files: readonly string[]; readonly tests: readonly string[] }

/** What decides whom the page believes, what it shows, and where it sends people; the most dangerous first. */
export const CORE: readonly Room[] = [
  {
    files: [
      'src/wizard/screen/trust.ts',
      'src/wizard/screen/screen-of.ts',
      'src/wizard/screen/server.ts',
      'src/wizard/screen/sign-in-for.ts',
      'src/wizard/screen/known.ts',
      'src/wizard/screen/return.ts',
      'src/wizard/screen/trouble.ts',
      'src/wizard/screen/pace.ts',
      'src/wizard/screen/screen.ts',
      'src/wizard/screen/forward.ts',
      'src/wizard/facts/candidates.ts',
      'src/wizard/facts/choices.ts',
      'src/wizard/facts/code-use.ts',
      'src/wizard/facts/collect.ts',
    ],
    tests: ['tests/wizard'],
  },
  {
    files: ['src/account/claim-code.ts', 'src/account/sign-in-link.ts', 'src/account/note.ts'],
    tests: [
      'tests/account/claim-code.test.ts',
      'tests/account/sign-in-link.test.ts',
      'tests/account/note.test.ts',
    ],
  },
  {
    files: ['src/stamp/format.ts', 'src/stamp/read-stamp.ts', 'src/stamp/write-stamp.ts'],
    tests: ['tests/stamp/read-stamp.test.ts', 'tests/stamp/write-stamp.test.ts'],
  },
  {
    files: [
      'src/server/address-history.ts',
      'src/server/turns.ts',
      'src/server/second-question.ts',
      'src/server/claim.ts',
    ],
    tests: [
      'tests/server/address-history.test.ts',
      'tests/server/turns.test.ts',
      'tests/server/second-question.test.ts',
      'tests/server/claim.test.ts',
    ],
  },
  {
    files: [
      'src/server/handed-over.ts',
      'src/first-look/plain-asker.ts',
      'src/painter/asking.ts',
      'src/painter/pictures.ts',
      'src/painter/marks.ts',
    ],
    tests: ['tests/first-look', 'tests/painter'],
  },
  {
    files: ['src/server/identity.ts', 'src/server/xml.ts', 'src/server/xml-by-hand.ts'],
    tests: ['tests/server/identity.test.ts', 'tests/server/xml-by-hand.test.ts'],
  },
  {
    files: ['src/server/take-answers.ts'],
    tests: ['tests/server/take-answers.test.ts'],
  },
  {
    files: ['src/diagnosis/exclusions.ts', 'src/diagnosis/reading.ts', 'src/diagnosis/absence.ts'],
    tests: [
      'tests/diagnosis/exclusions.test.ts',
      'tests/diagnosis/reading.test.ts',
      'tests/diagnosis/absence.test.ts',
    ],
  },
  {
    files: ['src/diagnosis/verdict.ts'],
    tests: ['tests/diagnosis/verdict.test.ts'],
  },
]
