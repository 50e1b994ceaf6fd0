const REAL_ORIGIN = 'https://app.plex.tv'

/** Where people sign in. Only a build can replace it (contract.md §3); nothing that the page reads ever does. */
export const ACCOUNT_ORIGIN: string =
  import.meta.env.VITE_ACCOUNT_ORIGIN === undefined ? REAL_ORIGIN : import.meta.env.VITE_ACCOUNT_ORIGIN

/** Does this page lead to a pretend account service? Then it says so on every screen. */
export const IS_DEMO: boolean = ACCOUNT_ORIGIN !== REAL_ORIGIN
