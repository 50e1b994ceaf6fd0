// @vitest-environment node
import { fileURLToPath } from 'node:url'
import { resolveConfig } from 'vite'
import { afterEach, expect, test, vi } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const HOOK = '__REACT_DEVTOOLS_GLOBAL_HOOK__'

afterEach(() => vi.unstubAllEnvs())

test('React finds its developer tools in development, and looks for none in the built page', async () => {
  // Building sets it for the whole process.
  vi.stubEnv('NODE_ENV', 'test')
  const definitions = async (command: 'serve' | 'build') => {
    const { define } = await resolveConfig({ root: ROOT, logLevel: 'error' }, command)
    return Object.keys(define ?? {})
  }
  expect(await definitions('serve')).not.toContain(HOOK)
  expect(await definitions('build')).toContain(HOOK)
})

test.each([['attic'], ['http://attic.example/path'], ['javascript:alert(1)']])(
  'no page is built for the account %j',
  async (account) => {
    vi.stubEnv('NODE_ENV', 'test')
    vi.stubEnv('VITE_ACCOUNT_ORIGIN', account)
    const settings = resolveConfig({ root: ROOT, logLevel: 'silent' }, 'build')
    await expect(settings).rejects.toThrow(`VITE_ACCOUNT_ORIGIN is no origin: ${account}`)
  },
)

test('an account that is empty is none', async () => {
  vi.stubEnv('NODE_ENV', 'test')
  vi.stubEnv('VITE_ACCOUNT_ORIGIN', '')
  const { env } = await resolveConfig({ root: ROOT, logLevel: 'error' }, 'build')
  expect(env).not.toHaveProperty('VITE_ACCOUNT_ORIGIN')
})
