/**
 * On every answer. Nothing here is for other pages to frame, guess the type of, keep, or read. No answer ever carries a
 * permission for another origin.
 */
export const STRICT = {
  'Content-Security-Policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const

/** The page's own policy, and what only a header can say. Throws an `Error` for a page without exactly one. */
export function policyFor(page: string): string {
  const [found, ...others] = page.matchAll(/<meta http-equiv="Content-Security-Policy" content="([^"]+)"/g)
  if (found?.[1] === undefined || others.length > 0) throw new Error('the page has no policy of its own')
  return `${found[1]}; frame-ancestors 'none'`
}
