import type { UserConfig } from 'vite'

const ACCOUNT = 'VITE_ACCOUNT_ORIGIN'

/**
 * Settings with which a build makes the same page whatever its environment says. Only `VITE_ACCOUNT_ORIGIN` counts, and
 * only as a variable: a file such as `.env.local` is for the development server. Throws when that is no origin.
 */
export function fixedEnvironment(): UserConfig {
  // Vite believes a value that it finds, and would ship React's development build.
  process.env['NODE_ENV'] = 'production'
  // Vite and Lingui read these two as well.
  delete process.env['VITE_USER_NODE_ENV']
  delete process.env['LINGUI_CONFIG']
  const account = process.env[ACCOUNT] ?? ''
  if (account === '') delete process.env[ACCOUNT]
  else if (!isOrigin(account)) throw new Error(`${ACCOUNT} is no origin: ${account}`)
  return { envDir: false, envPrefix: ACCOUNT }
}

function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text
}
