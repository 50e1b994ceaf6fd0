// What is wrong with a translation, as far as a machine can tell. Messages are as Lingui compiles them.

/** Whatever the page counts is below this. */
const COUNTED_UP_TO = 1_000

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

/** Whether a translation has the placeholders and tags of the source, in whatever order. */
export function samePlaceholders(source, translation) {
  return placeholdersOf(source).toSorted().join() === placeholdersOf(translation).toSorted().join()
}

/** The plural forms that numbers need in this language and the message lacks, such as `few`. */
export function missingForms(tokens, locale) {
  if (typeof tokens === 'string') return []
  const missing = tokens.flatMap((token) => {
    const [, kind, forms = {}] = typeof token === 'string' ? [] : token
    if (typeof forms !== 'object') return []
    const inside = Object.values(forms).filter(Array.isArray)
    return [
      ...(kind === 'plural' || kind === 'selectordinal' ? formsNotIn(forms, kind, locale) : []),
      ...inside.flatMap((each) => missingForms(each, locale)),
    ]
  })
  return [...new Set(missing)]
}

function formsNotIn(forms, kind, locale) {
  const { offset = 0 } = forms
  const rules = new Intl.PluralRules(locale, { type: kind === 'plural' ? 'cardinal' : 'ordinal' })
  const counts = Array.from({ length: COUNTED_UP_TO }, (_, count) => count + offset)
  // A form for one number alone, such as "no servers", comes before all others.
  const asked = counts.filter((count) => !Object.hasOwn(forms, count))
  const needed = new Set(asked.map((count) => rules.select(count - offset)))
  return [...needed].filter((form) => !Object.hasOwn(forms, form))
}
