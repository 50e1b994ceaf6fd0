import { readFileSync } from 'node:fs'
import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import { viteSingleFile } from 'vite-plugin-singlefile'
import { defineConfig } from 'vitest/config'
import { BUILT_FOR, targetsOf } from './src/build/browsers/built-for.ts'
import { catalogsAtOnce } from './src/build/catalogs-at-once.ts'
import { catalogsFrom } from './src/build/catalogs-from.ts'
import { CLASS_NAMES } from './src/build/class-names.ts'
import { learnedFromComplaints } from './src/build/complaints-plugin.ts'
import { contentSecurityPolicy } from './src/build/content-security-policy.ts'
import { paintedFirst } from './src/build/first-look-plugin.ts'
import { fixedEnvironment } from './src/build/fixed-environment.ts'
import { jsxByName } from './src/build/jsx-by-name.ts'
import { linguiMacros } from './src/build/lingui-macros.ts'
import { noticesInPage } from './src/build/notices-plugin.ts'
import { pretendAccountPage } from './src/build/pretend-account.ts'
import { pretendHostsPage } from './src/build/pretend-hosts.ts'
import { UNWARNED } from './src/build/unwarned.ts'
import { withoutUnusedRouter } from './src/build/unused-router.ts'
import { wordsByHand } from './src/build/words-by-hand.ts'

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string
}

const front = paintedFirst()

export default defineConfig(({ command }) => ({
  plugins: [
    catalogsFrom('catalogs-in-page'),
    linguiMacros(),
    command === 'build' ? lingui() : catalogsAtOnce(),
    react(),
    jsxByName(),
    withoutUnusedRouter(),
    learnedFromComplaints(),
    wordsByHand(),
    noticesInPage(front.chunks),
    viteSingleFile({ outputFileName: 'Setup Plex.html' }),
    front,
    contentSecurityPolicy(),
    pretendAccountPage(),
    pretendHostsPage(),
  ],
  ...(command === 'build' ? fixedEnvironment() : {}),
  define: {
    // For reports.
    'import.meta.env.VITE_PAGE_VERSION': JSON.stringify(version),
    // React asks for its developer tools' hook on start-up; they are there for development only.
    ...(command === 'build' ? { __REACT_DEVTOOLS_GLOBAL_HOOK__: 'undefined' } : {}),
  },
  css: CLASS_NAMES,
  // Not every system's "localhost" is this address, but every browser finds it under that name, too.
  server: { host: '127.0.0.1', port: 5173 },
  build: {
    // By the year: told the browsers, the compiler takes all of "?." out for the sake of one bug (too-new-in-script.ts).
    target: `es${BUILT_FOR.app.ecmaVersion}`,
    cssTarget: targetsOf(BUILT_FOR.app),
    // The only thing in public/ is the service worker of the pretend network.
    copyPublicDir: false,
    reportCompressedSize: false,
    // One file has nothing to preload.
    modulePreload: false,
    rolldownOptions: { checks: UNWARNED },
  },
  test: {
    // Vitest leaves one core to others.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'tests/{app,lib,ui,i18n,server,account,stamp,complaints,diagnosis,help,wizard,first-look,painter,mocks,gallery,cli,demo,install,simulation,fuzz,mutation}/**/*.test.{ts,tsx}',
          ],
          environment: 'jsdom',
        },
      },
      {
        extends: true,
        test: {
          name: 'stories',
          include: ['tests/stories/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['tests/stories/setup.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'artifact', include: ['tests/build/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'package',
          include: ['tests/package/**/*.test.ts'],
          globalSetup: ['tests/package/global-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'development',
          include: ['tests/dev/**/*.test.ts'],
          // Tabs that are open at the same time.
          maxConcurrency: 6,
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/global-setup.ts'],
          // One browser and one account service at a time; the machine has two cores.
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
}))
