export function findBrowser(search?: {
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly platform?: NodeJS.Platform
  /** Is this file a program that can be started? */
  readonly exists?: (file: string) => boolean
}): string | null
