import { createCompiledCatalog, getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'
import { LANGUAGES } from '../i18n/languages.ts'
import { heldTogether } from './held-together.ts'
import { isolated } from './isolated.ts'
import { ROOT } from './one-script.ts'
import type { CompiledMessage } from './piecewise.ts'

/** Messages by their ids. */
export type CompiledCatalog = Readonly<Record<string, CompiledMessage>>

/** Every language's messages as the page reads them, each in the order of the English ones, which come first. */
export async function compiledCatalogs(): Promise<ReadonlyMap<string, CompiledCatalog>> {
  const config = getConfig({ configPath: `${ROOT}lingui.config.ts` })
  const catalogs = await getCatalogs(config)
  const locales = ['en', ...config.locales.filter((locale) => locale !== 'en')]
  const all = await Promise.all(
    locales.map(async (language) => {
      const parts = await Promise.all(
        catalogs.map(async (catalog) => {
          const { sourceLocale = 'en' } = config
          const fallbackLocales = { default: sourceLocale }
          const { messages } = await catalog.getTranslations(language, { sourceLocale, fallbackLocales })
          const { source, errors } = createCompiledCatalog(language, messages, { namespace: 'json' })
          const [fault] = errors
          if (fault !== undefined) throw new Error(`${language}: ${fault.id}: ${fault.error.message}`)
          return (JSON.parse(source) as { readonly messages: CompiledCatalog }).messages
        }),
      )
      return [language, Object.assign({}, ...parts) as CompiledCatalog] as const
    }),
  )
  const ids = Object.keys(new Map(all).get('en') ?? {})
  return new Map(
    all.map(([language, messages]) => [
      language,
      Object.fromEntries(
        ids.map((id) => [id, inDirection(language, heldTogether(language, messages[id] ?? id))]),
      ),
    ]),
  )
}

function inDirection(language: string, message: CompiledMessage): CompiledMessage {
  const { direction } = LANGUAGES[language as keyof typeof LANGUAGES]
  return direction === ('rtl' as string) ? isolated(message) : message
}
