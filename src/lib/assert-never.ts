/** Makes a `switch` that forgets a case fail to compile; throws if it is reached all the same. */
export function assertNever(value: never): never {
  throw new Error(`Nobody handles ${JSON.stringify(value)}`)
}
