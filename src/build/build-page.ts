import { fileURLToPath } from 'node:url'
import { build } from 'vite'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
export const PAGE_NAME = 'Setup Plex.html'

/**
 * Builds the page and gives it back without writing it anywhere. With an account origin it is a demo. Without one the
 * environment is cleared of it, so that a page for a real server cannot lead to a pretend account.
 */
export async function buildPage(accountOrigin: string | null): Promise<string> {
  if (accountOrigin === null) delete process.env['VITE_ACCOUNT_ORIGIN']
  else process.env['VITE_ACCOUNT_ORIGIN'] = accountOrigin

  const built = await build({ root: ROOT, mode: 'production', logLevel: 'warn', build: { write: false } })
  const files = [built].flat().flatMap((result) => ('output' in result ? result.output : []))
  const page = files.find((file) => file.fileName === PAGE_NAME)
  if (page?.type !== 'asset') throw new Error(`the build has no ${PAGE_NAME}`)
  return String(page.source)
}
