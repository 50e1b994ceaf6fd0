// Fails when the catalogs and the sources differ, or a translation is missing or cannot be shown. Fails as well where a
// machine can see that the wording is not as docs/design.md says. Changes nothing.
import { readFile } from 'node:fs/promises'
import { nameFaultsOf } from './names.mjs'
import { faultOf, readCatalogs } from './read-catalogs.mjs'
import { readStyleSheet, sheetFaultsOf } from './style-sheets.mjs'
import { documentFaultsOf, wordingFaultsOf } from './wording.mjs'

const commentsOn = ({ extra } = {}) => extra?.translatorComments ?? []

async function faultsOf({ used, languages, sourceLocale }) {
  if (used === null) return ['the sources cannot be read']
  const found = languages.map(async (language) => {
    const { locale, entries, errors } = language
    const sheet = await readStyleSheet(locale)
    const nameOf = (id, message) => `${locale}: "${message ?? id}"`
    return [
      ...Object.entries(used).flatMap(([id, { message }]) => {
        const fault = faultOf(language, id)
        const text = locale === sourceLocale ? (message ?? id) : (entries[id]?.translation ?? '')
        const all = [
          ...(fault === null ? [] : [fault.text]),
          ...wordingFaultsOf(text, locale),
          ...(sheet === null || fault !== null ? [] : sheetFaultsOf(message ?? id, text, sheet)),
          ...(locale === sourceLocale || fault !== null
            ? []
            : nameFaultsOf(message ?? id, text, commentsOn(entries[id]), locale)),
        ]
        return all.map((each) => `${nameOf(id, message)} ${each}`)
      }),
      ...Object.entries(entries)
        .filter(([id]) => !Object.hasOwn(used, id))
        .map(([id, { message }]) => `${nameOf(id, message)} is used nowhere`),
      ...errors.map(({ id, error }) => `${nameOf(id, entries[id]?.message)}: ${error.message}`),
    ]
  })
  return (await Promise.all(found)).flat()
}

const found = await Promise.all((await readCatalogs()).map(faultsOf))
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
