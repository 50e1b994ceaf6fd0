import { ACCOUNT_ORIGIN, IS_DEMO } from './origin.ts'

declare const brand: unique symbol

/** `claim-` and 20 characters; good for four minutes and one server (protocol.md §4.2). A secret: never kept or shown. */
export type ClaimCode = string & { readonly [brand]: 'ClaimCode' }

export type CodeProblem = 'empty' | 'no-code' | 'token' | 'too-short' | 'too-long'

export type ParsedClaimCode =
  | { readonly kind: 'code'; readonly code: ClaimCode }
  | { readonly kind: 'problem'; readonly problem: CodeProblem }

export const CODE_GOOD_FOR_MS = 4 * 60_000

/** Where a person gets a claim code (contract.md §3). */
export const CLAIM_PAGE = IS_DEMO ? `${ACCOUNT_ORIGIN}/claim` : 'https://plex.tv/claim'

const LENGTH = 20
const LONGEST_TEXT = 4_000

/**
 * Finds the claim code in whatever was pasted: alone, with blanks in it, or with a whole command around it. What may be
 * an access token is refused and told apart, since that is a secret of another kind. Never throws.
 */
export function parseClaimCode(value: unknown): ParsedClaimCode {
  const text = (typeof value === 'string' ? value : '').slice(0, LONGEST_TEXT).trim()
  if (text === '') return problem('empty')
  // Other words begin with "claim-" as well, such as the name of a container.
  const all = [...text.matchAll(/(?:^|[^\w-])(claim-[\w-]+)/gi)].map(([, each = '']) => each)
  const alone = all.find((each) => each.length === 'claim-'.length + LENGTH) ?? all[0]
  if (alone?.length === 'claim-'.length + LENGTH) return found(alone)
  // Nothing but the code, broken up by blanks or line ends on its way here.
  const together = text.replace(/[\s\u200B\u00A0]+/g, '').replace(/^["'`]|["'`]$/g, '')
  if (/^claim-[\w-]+$/i.test(together)) {
    const length = together.length - 'claim-'.length
    return length === LENGTH ? found(together) : problem(length < LENGTH ? 'too-short' : 'too-long')
  }
  if (alone !== undefined) {
    return problem(alone.length < 'claim-'.length + LENGTH ? 'too-short' : 'too-long')
  }
  return problem(isTokenPerhaps(text, together) ? 'token' : 'no-code')
}

/** Access tokens are twenty characters or a long text of three parts, or stand behind a name of theirs. */
function isTokenPerhaps(text: string, together: string): boolean {
  return (
    new RegExp(`^[\\w-]{${LENGTH},}$`).test(together) ||
    /^eyJ[\w-]+\.[\w-]+(\.[\w-]*)?$/.test(together) ||
    /(?:X-Plex-Token|PlexOnlineToken|(?:auth|access)_?Token)["']?\s*[=:]/i.test(text)
  )
}

function found(text: string): ParsedClaimCode {
  return { kind: 'code', code: `claim-${text.slice('claim-'.length)}` as ClaimCode }
}

function problem(kind: CodeProblem): ParsedClaimCode {
  return { kind: 'problem', problem: kind }
}
