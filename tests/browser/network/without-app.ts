import { policyFor } from '../../../src/build/content-security-policy.ts'

const APP = /(<script id="app"[^>]*>)[^]*?(<\/script>)/
const POLICY = /(<meta http-equiv="Content-Security-Policy" content=")[^"]*(")/

/** The built page as it is in a browser in which the app breaks when it starts: the first look is left. */
export function withoutApp(html: string): string {
  if (!APP.test(html) || !POLICY.test(html)) throw new Error('This is no built page')
  const broken = html.replace(APP, `$1throw new Error('too old')$2`)
  return broken.replace(
    POLICY,
    (_policy, before: string, after: string) => before + policyFor(broken) + after,
  )
}
