export interface Lookup {
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly platform?: NodeJS.Platform
  readonly exists?: (file: string) => boolean
}

export function findBrowser(search?: Lookup): string | null
export function missingParts(
  search?: Lookup,
): Partial<Record<'firefox' | 'webkit' | 'lan' | 'proxies' | 'plain', string[]>>
