import { createCompiledCatalog, getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'
import { missingForms, samePlaceholders } from './catalog-faults.mjs'

/**
 * Every catalog of the project in the current folder. Each has the messages that the sources use, and its languages. A
 * language has its entries, what was compiled of them, and what the compiler says against it.
 */
export async function readCatalogs() {
  const config = getConfig()
  const catalogs = await getCatalogs(config)
  return Promise.all(
    catalogs.map(async (catalog) => {
      const used = (await catalog.collect()) ?? null
      const written = await catalog.readAll()
      const source = await compiled(catalog, config.sourceLocale, config)
      const languages = await Promise.all(
        config.locales.map(async (locale) => {
          const { messages, errors } = await compiled(catalog, locale, config)
          return { locale, entries: written[locale] ?? {}, messages, errors, source: source.messages }
        }),
      )
      return { used, languages, sourceLocale: config.sourceLocale }
    }),
  )
}

async function compiled(catalog, locale, config) {
  const { messages } = await catalog.getTranslations(locale, {
    sourceLocale: config.sourceLocale,
    fallbackLocales: {},
  })
  const { source, errors } = createCompiledCatalog(locale, messages, { strict: true, namespace: 'json' })
  return { messages: JSON.parse(source).messages, errors }
}

/** What is wrong with one message in a language, by kind; null where nothing is. */
export function faultOf({ locale, entries, messages, source }, id) {
  if (!Object.hasOwn(entries, id)) return { kind: 'missing', text: 'is not in the catalog' }
  if (!entries[id].translation) return { kind: 'missing', text: 'is not translated' }
  const translation = messages[id] ?? []
  if (!samePlaceholders(source[id] ?? [], translation))
    return { kind: 'placeholders', text: 'has other placeholders than the source' }
  const forms = missingForms(translation, locale)
  return forms.length === 0 ? null : { kind: 'plurals', text: `lacks the plural form ${forms.join(', ')}` }
}
