import { defineConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-po'

/** English is the source; every other language must be complete (`npm run check` says what is missing). */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'de'],
  catalogs: [
    {
      path: '<rootDir>/src/i18n/{locale}',
      include: ['src'],
      exclude: ['src/mocks', 'src/gallery', 'src/demo', 'src/install'],
    },
  ],
  format: formatter({ lineNumbers: false }),
})
