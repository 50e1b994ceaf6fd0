// What a machine can see of how the page says things. docs/design.md says it to people.

// A sentence begins with the text, after a stop, after a tag, or in a quotation or plural form.
const BEGINS = String.raw`(?:^|[.?!:…][”“]? |[>{„“])`

/** The marks around what is quoted, as docs/languages names them. */
export const MARKS = {
  ar: '«»',
  cs: '„“',
  da: '””',
  de: '„“',
  el: '«»',
  en: '“”',
  es: '«»',
  fi: '””',
  fr: '«»',
  he: '״״',
  hu: '„”',
  it: '“”',
  ja: '「」',
  ko: '“”',
  nb: '«»',
  nl: '‘’',
  pl: '„”',
  pt: '«»',
  'pt-BR': '“”',
  ro: '„”',
  ru: '«»',
  sk: '„“',
  sv: '””',
  tr: '“”',
  uk: '«»',
  'zh-Hans': '“”',
}

function withoutQuotes(text, locale) {
  const [open, close] = MARKS[locale] ?? '""'
  return text.replace(new RegExp(`${open}[^${open}${close}]*${close}`, 'g'), '')
}

/** What stands in code keeps its own quotes: `name="value"` and `"name":`. */
const CODE = /\w+="[^"]*"|"\w+":/g

const SPACES = [
  { fault: 'begins or ends with a space', found: (text) => text !== text.trim() },
  { fault: 'has two spaces in a row', found: (text) => /\s{2}/.test(text) },
]

// "Linked" is the word of the page. The account's pages say "claim code"; what else others call it is in their quotes.
const CLAIM = /claim|beanspruch/iu
const CLAIM_IN_NAMES =
  /claim[- ](?:codes?|token)(?!\p{L})|claim-(?![\p{L}\d])|plex\.tv\/claim(?![\p{L}\d])/giu

const SIGNS = [
  { fault: 'has three dots instead of …', found: (text) => text.includes('...') },
  {
    fault: 'has other quotes than the language, or one without its partner',
    found: (text, locale) => {
      const rest = withoutQuotes(text.replace(CODE, ''), locale)
      return /["„“”«»「」]|(?:^|[\s(])'(?=\p{L}[^'{}]*'(?:[\s.,;:?!)]|$))/u.test(rest)
    },
  },
  {
    fault: 'says Sie; this page says du',
    // "Sie enthält" is she; with a verb in -en nobody can tell "they" from the address.
    found: (text, locale) =>
      locale === 'de' &&
      (/(?<!\p{L})Ihr(?:e[mnrs]?)?(?!\p{L})|(?<!\p{L})Ihnen(?!\p{L})/u.test(text) ||
        /(?<!\p{L})Sie(?!\p{L})/u.test(
          text.replace(new RegExp(`${BEGINS}Sie (?!sind|\\p{L}+en )`, 'gu'), ''),
        )),
  },
  {
    fault: 'has a sentence that begins with It or Its; name the noun',
    found: (text, locale) => locale === 'en' && new RegExp(`${BEGINS}Its?(?!\\p{L})`, 'u').test(text),
  },
  {
    fault: 'says claimed; this page says linked',
    // For other languages, docs/languages says what stands for it.
    found: (text, locale) =>
      ['en', 'de'].includes(locale) &&
      CLAIM.test(withoutQuotes(text.replace(CODE, ''), locale).replace(CLAIM_IN_NAMES, '')),
  },
]

/** What is wrong with a text that people read, in the language of the locale. */
export function wordingFaultsOf(text, locale, rules = [...SPACES, ...SIGNS]) {
  return rules.filter(({ found }) => found(text, locale)).map(({ fault }) => fault)
}

const GERMAN_PART = /<div lang="de">[\s\S]*?<\/div>/g

const documentPartFaults = (part, locale) =>
  wordingFaultsOf(part.replace(/<[^>]*>/g, '').replace(/\s+/g, ' '), locale, SIGNS)

/** The faults of a document's own words, by the language that its parts name. */
export function documentFaultsOf(html) {
  const body = html.replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/g, '')
  return [
    ...documentPartFaults(body.replace(GERMAN_PART, ''), 'en'),
    ...(body.match(GERMAN_PART) ?? []).flatMap((part) => documentPartFaults(part, 'de')),
  ]
}
