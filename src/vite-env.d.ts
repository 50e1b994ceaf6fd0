/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** Replaces the account service in a demo; see src/account/origin.ts. */
  readonly VITE_ACCOUNT_ORIGIN?: string
}

declare module '*.po' {
  import type { Messages } from '@lingui/core'
  export const messages: Messages
}
