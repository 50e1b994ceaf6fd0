type Part = 'chromium' | 'firefox' | 'webkit' | 'lan' | 'proxies' | 'plain'

export type Plan =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'tell'; readonly lines: readonly string[] }
  | {
      readonly kind: 'install'
      readonly as: 'root' | 'sudo'
      readonly packages: readonly string[]
      readonly lines: readonly string[]
    }

export function planFor(here: {
  readonly missing: Partial<Record<Part, readonly string[]>>
  readonly isRoot: boolean
  readonly isCi: boolean
  readonly hasAptGet: boolean
  /** What root runs to install the programs. */
  readonly command: string
}): Plan
