/** `1.43.4` of `1.43.4.9999-abcdef012`: as much of a version as people compare. */
export function shortVersion(version: string): string {
  return /^\d+(?:\.\d+){2}(?=[.-])/.exec(version)?.[0] ?? version
}
