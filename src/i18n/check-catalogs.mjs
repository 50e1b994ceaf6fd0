// Fails when the catalogs and the sources differ, or a translation is missing or cannot be shown. Fails as well where a
// machine can see that the wording is not as docs/design.md says. Changes nothing.
import { readFile } from 'node:fs/promises'
import { createCompiledCatalog, getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'
import { documentFaultsOf, wordingFaultsOf } from './wording.mjs'

/** The placeholders and tags of a compiled message, in any order. */
function placeholdersOf(tokens) {
  if (typeof tokens === 'string') return tokens.match(/<\/?\w+\/?>/g) ?? []
  return tokens.flatMap((token) => {
    if (typeof token === 'string') return placeholdersOf(token)
    const [name, , cases = {}] = token
    const inside = typeof cases === 'object' ? Object.values(cases).filter(Array.isArray) : []
    // Languages have different numbers of plural forms, so what stands in several of them counts once.
    return [name, ...new Set(inside.flatMap(placeholdersOf))]
  })
}

const sameWhateverTheOrder = (one, other) => one.toSorted().join() === other.toSorted().join()

async function compiled(catalog, locale, config) {
  const { messages } = await catalog.getTranslations(locale, {
    sourceLocale: config.sourceLocale,
    fallbackLocales: {},
  })
  const { source, errors } = createCompiledCatalog(locale, messages, { strict: true, namespace: 'json' })
  return { messages: JSON.parse(source).messages, errors }
}

async function faultsOf(catalog, config) {
  const used = await catalog.collect()
  if (used === undefined) return ['the sources cannot be read']
  const written = await catalog.readAll()
  const source = await compiled(catalog, config.sourceLocale, config)
  const faults = []
  for (const locale of config.locales) {
    const entries = written[locale] ?? {}
    const { messages, errors } = await compiled(catalog, locale, config)
    for (const [id, { message }] of Object.entries(used)) {
      const name = `"${message ?? id}"`
      if (!Object.hasOwn(entries, id)) faults.push(`${locale}: ${name} is not in the catalog`)
      else if (!entries[id].translation) faults.push(`${locale}: ${name} is not translated`)
      else if (
        !sameWhateverTheOrder(placeholdersOf(source.messages[id] ?? []), placeholdersOf(messages[id] ?? []))
      ) {
        faults.push(`${locale}: ${name} has other placeholders than the source`)
      }
      const text = locale === config.sourceLocale ? (message ?? id) : (entries[id]?.translation ?? '')
      faults.push(...wordingFaultsOf(text, locale).map((fault) => `${locale}: ${name} ${fault}`))
    }
    for (const [id, { message }] of Object.entries(entries)) {
      if (!Object.hasOwn(used, id)) faults.push(`${locale}: "${message ?? id}" is used nowhere`)
    }
    faults.push(
      ...errors.map(({ id, error }) => `${locale}: "${entries[id]?.message ?? id}": ${error.message}`),
    )
  }
  return faults
}

const config = getConfig()
const catalogs = await getCatalogs(config)
const found = await Promise.all(catalogs.map((each) => faultsOf(each, config)))
const faults = [
  ...found.flat(),
  ...documentFaultsOf(await readFile('index.html', 'utf8').catch(() => '')).map(
    (fault) => `index.html ${fault}`,
  ),
]
for (const fault of faults) console.error(fault)
if (faults.length > 0) {
  console.error(`\n${faults.length} faults. "npx lingui extract --clean" brings the catalogs up to date.`)
  process.exitCode = 1
}
