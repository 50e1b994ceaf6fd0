interface LockedPackage {
  readonly version?: string
  /** The sum of its bytes. */
  readonly integrity?: string
  readonly optional?: boolean
}

interface Lock {
  readonly packages?: Readonly<Record<string, LockedPackage>>
}

export function reasonToInstall(state: {
  /** package-lock.json. */
  readonly lock: Lock | null
  /** node_modules/.package-lock.json: what npm says it has installed; null when it is not there. */
  readonly installed: Lock | null
}): string | null
