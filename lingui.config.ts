import { defineConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-po'

/** English is the source; every other language must be complete (`npm run check` says what is missing). */
export default defineConfig({
  sourceLocale: 'en',
  locales: [
    'cs',
    'da',
    'de',
    'en',
    'es',
    'fr',
    'it',
    'hu',
    'nl',
    'nb',
    'pl',
    'pt',
    'pt-BR',
    'ro',
    'sk',
    'fi',
    'sv',
    'tr',
    'el',
    'ru',
    'uk',
    'he',
    'ar',
    'zh-Hans',
    'ja',
    'ko',
  ],
  catalogs: [
    {
      path: '<rootDir>/src/i18n/{locale}',
      include: ['src'],
      exclude: ['src/mocks', 'src/gallery', 'src/demo', 'src/install'],
    },
  ],
  format: formatter({ lineNumbers: false }),
})
