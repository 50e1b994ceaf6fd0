interface Lock {
  readonly packages?: Readonly<Record<string, { readonly version?: string; readonly optional?: boolean }>>
}

export function reasonToInstall(state: {
  /** package-lock.json. */
  readonly lock: Lock | null
  readonly lockChangedMs: number
  /** node_modules/.package-lock.json: what npm says it has installed; null when it is not there. */
  readonly installed: Lock | null
  readonly installedChangedMs: number | null
}): string | null
