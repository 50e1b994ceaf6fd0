import { parseLanguageTag } from '../lib/language-tag.ts'

/** Who says which language to speak, each in BCP 47 as it came. */
export type LanguageWishes = {
  /** What the person chose on an earlier visit. */
  readonly chosen: unknown
  /** What the link says. */
  readonly asked: unknown
  /** What the server wrote into the page. */
  readonly stamped: unknown
  /** What the browser asks for, the best first. */
  readonly browser: readonly unknown[]
}

/** Other names of languages, and what is closest to some that nobody has translated into. */
const CALLED: Readonly<Record<string, string>> = { iw: 'he', in: 'id', no: 'nb', nn: 'nb' }
/** Chinese is written in two ways, and many only say where. */
const TRADITIONAL = ['tw', 'hk', 'mo']

/** The first wish that can be met with what is spoken; English where none can. */
export function wantedLanguage<Tag extends string>(
  { chosen, asked, stamped, browser }: LanguageWishes,
  spoken: readonly Tag[],
): Tag | 'en' {
  for (const wish of [chosen, asked, stamped, ...browser]) {
    const met = languageFor(wish, spoken)
    if (met !== null) return met
  }
  return 'en'
}

/**
 * What is spoken and closest to this tag: the same, or with less said about it, or the same language of another region.
 * Never in another script. null where there is none.
 */
export function languageFor<Tag extends string>(tag: unknown, spoken: readonly Tag[]): Tag | null {
  const wish = partsOf(parseLanguageTag(tag) ?? '')
  const near = spoken
    .map((each) => ({ each, ...partsOf(each) }))
    .filter(({ language, script }) => language === wish.language && script === wish.script)
  const best =
    near.find(({ region }) => region === wish.region) ?? near.find(({ region }) => region === '') ?? near[0]
  return best?.each ?? null
}

function partsOf(tag: string): Readonly<Record<'language' | 'script' | 'region', string>> {
  const [first = '', ...rest] = tag.toLowerCase().split('-')
  const language = CALLED[first] ?? first
  const region = rest.find((part) => /^([a-z]{2}|\d{3})$/.test(part)) ?? ''
  const written = TRADITIONAL.includes(region) ? 'hant' : 'hans'
  const script = rest.find((part) => /^[a-z]{4}$/.test(part)) ?? (language === 'zh' ? written : '')
  return { language, script, region }
}
