import { policyFor } from '../../../src/build/content-security-policy.ts'

const APP = /(<script id="app"[^>]*>)([^]*?)(<\/script>)/
const POLICY = /(<meta http-equiv="Content-Security-Policy" content=")[^"]*(")/

/** The built page as it is in a browser in which the app breaks when it starts: the first look is left. */
export function withoutApp(html: string): string {
  return withApp(html, () => `throw new Error('too old')`)
}

/** The built page with an app that starts only when a test says so, by the event `test:start-app`. */
export function withAppOnCall(html: string): string {
  return withApp(html, (app) => `addEventListener('test:start-app', () => {${app}\n})`)
}

function withApp(html: string, changed: (app: string) => string): string {
  if (!APP.test(html) || !POLICY.test(html)) throw new Error('This is no built page')
  const page = html.replace(
    APP,
    (_whole, before: string, app: string, after: string) => before + changed(app) + after,
  )
  return page.replace(POLICY, (_policy, before: string, after: string) => before + policyFor(page) + after)
}
