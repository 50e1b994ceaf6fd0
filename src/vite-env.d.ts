/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** Replaces the account service in a demo; see src/account/origin.ts. */
  readonly VITE_ACCOUNT_ORIGIN?: string
  /** The name under which what stands in front of the app, or stands in for it, turns XML into elements. */
  readonly VITE_XML_POLICY?: string
  /** The version of this page, for reports. */
  readonly VITE_PAGE_VERSION: string
}

declare module '*.po' {
  import type { Messages } from '@lingui/core'
  export const messages: Messages
}

declare module '*/complaints.tsv' {
  /** What is learned from the examples in it (src/build/complaints-plugin.ts); null where that can't be read. */
  export function learned(): string | null
}
