export interface Search {
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly platform?: NodeJS.Platform
  readonly exists?: (file: string) => boolean
}

export function findBrowser(search?: Search): string | null
export function missingParts(search?: Search): Partial<Record<'firefox' | 'webkit' | 'lan', string[]>>
