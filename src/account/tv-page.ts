import { ACCOUNT_ORIGIN, IS_DEMO } from './origin.ts'

/** Where a TV, which shows a code of four, is linked to an account (contract.md §3). */
export const TV_PAGE = IS_DEMO ? `${ACCOUNT_ORIGIN}/link` : 'https://plex.tv/link'
