// Fails when the catalogs and the sources differ, or a translation is missing or cannot be shown. Fails as well where a
// machine can see that the wording is not as docs/design.md says. Changes nothing.
import { readFile } from 'node:fs/promises'
import { faultOf, readCatalogs } from './read-catalogs.mjs'
import { beginsWithIt, documentFaultsOf, wordingFaultsOf } from './wording.mjs'

const CEILINGS = 'src/i18n/ceilings.json'

function faultsOf({ used, languages, sourceLocale }) {
  if (used === null) return ['the sources cannot be read']
  return languages.flatMap((language) => {
    const { locale, entries, errors } = language
    const nameOf = (id, message) => `${locale}: "${message ?? id}"`
    return [
      ...Object.entries(used).flatMap(([id, { message }]) => {
        const fault = faultOf(language, id)
        const text = locale === sourceLocale ? (message ?? id) : (entries[id]?.translation ?? '')
        const all = [...(fault === null ? [] : [fault.text]), ...wordingFaultsOf(text, locale)]
        return all.map((each) => `${nameOf(id, message)} ${each}`)
      }),
      ...Object.entries(entries)
        .filter(([id]) => !Object.hasOwn(used, id))
        .map(([id, { message }]) => `${nameOf(id, message)} is used nowhere`),
      ...errors.map(({ id, error }) => `${nameOf(id, entries[id]?.message)}: ${error.message}`),
    ]
  })
}

/** What a file of the project says, or this where there is none. */
const textOf = (path, otherwise) => readFile(path, 'utf8').catch(() => otherwise)

/** Old messages may keep "It" up to the ceiling. One more fails, and so does a ceiling that can come down. */
async function checkCeiling({ used }) {
  const { sentencesThatBeginWithIt: ceiling } = JSON.parse(
    await textOf(CEILINGS, '{"sentencesThatBeginWithIt":0}'),
  )
  const texts = Object.entries(used ?? {}).map(([id, { message }]) => message ?? id)
  const found = texts.filter(beginsWithIt)
  if (found.length > 0) {
    console.error(
      `TO MEND: ${found.length} messages have a sentence that begins with It or Its; ${ceiling} may.`,
    )
  }
  if (found.length < ceiling)
    return [`${CEILINGS}: the ceiling can come down from ${ceiling} to ${found.length}`]
  if (found.length === ceiling) return []
  return found.map((text) => `en: "${text}" has a sentence that begins with It or Its; name the noun`)
}

const found = await Promise.all(
  (await readCatalogs()).map(async (each) => [...faultsOf(each), ...(await checkCeiling(each))]),
)
const faults = [
  ...found.flat(),
  ...documentFaultsOf(await textOf('index.html', '')).map((fault) => `index.html ${fault}`),
]
for (const fault of faults) console.error(fault)
if (faults.length > 0) {
  console.error(`\n${faults.length} faults. "npx lingui extract --clean" brings the catalogs up to date.`)
  process.exitCode = 1
}
