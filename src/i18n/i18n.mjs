// `npm run i18n -- status` says of each language how far it is. Ends with 1 where something is missing or wrong. Changes
// nothing.
import { faultOf, readCatalogs } from './read-catalogs.mjs'

/** How many messages of a language are missing, lack a plural form, have other placeholders, or can't be compiled. */
function statusOf({ used, languages }) {
  return languages.map((language) => {
    const ids = Object.keys(used)
    const faults = ids.map((id) => faultOf(language, id)).filter((fault) => fault !== null)
    const count = (kind) => faults.filter((fault) => fault.kind === kind).length
    return {
      language: language.locale,
      messages: ids.length,
      missing: count('missing'),
      plurals: count('plurals'),
      placeholders: count('placeholders'),
      unreadable: language.errors.length,
    }
  })
}

async function status() {
  const catalogs = await readCatalogs()
  if (catalogs.some(({ used }) => used === null)) throw new Error('The sources cannot be read')
  const rows = catalogs.flatMap(statusOf)
  const names = Object.keys(rows[0] ?? {})
  const widths = names.map((name) => Math.max(...rows.map((row) => String(row[name]).length), name.length))
  const line = (cells) =>
    cells
      .map((cell, place) => String(cell).padEnd(widths[place]))
      .join('  ')
      .trimEnd()
  console.log([line(names), ...rows.map((row) => line(Object.values(row)))].join('\n'))
  const wrong = rows.some(({ missing, plurals, placeholders, unreadable }) =>
    [missing, plurals, placeholders, unreadable].some((count) => count > 0),
  )
  if (wrong) console.log('\n"npm run lint" says which messages these are.')
  return wrong ? 1 : 0
}

const [asked, ...more] = process.argv.slice(2)
if (asked === 'status' && more.length === 0) process.exitCode = await status()
else {
  const odd = asked === 'status' ? more[0] : asked
  console.error(`Usage: npm run i18n -- status${odd === undefined ? '' : `; it does not know ${odd}`}`)
  process.exitCode = 2
}
