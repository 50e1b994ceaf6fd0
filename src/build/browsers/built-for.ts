export type Level = {
  /** The newest syntax that a script may have when it is built; what of it these browsers lack, the compiler knows. */
  readonly ecmaVersion: 2019 | 2020
  readonly browsers: Readonly<Record<'chrome' | 'firefox' | 'safari', number>>
}

/** How deep the page works, and from which browsers on (docs/browsers.md). */
export const BUILT_FOR = {
  app: { ecmaVersion: 2020, browsers: { chrome: 87, firefox: 78, safari: 14 } },
  firstLook: { ecmaVersion: 2019, browsers: { chrome: 67, firefox: 60, safari: 11.1 } },
} as const satisfies Record<string, Level>

/** As bundlers name them. */
export function targetsOf({ browsers }: Level): string[] {
  return Object.entries(browsers).map(([browser, version]) => `${browser}${version}`)
}
