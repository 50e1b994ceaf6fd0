import { parseLanguageTag } from '../lib/language-tag.ts'
import { option } from './options.ts'
import { EXIT, Problem } from './problem.ts'

/** `--language`, for every command that stamps the page. */
export const languageOption = option(
  '--language <TAG>',
  'the language for people who did not choose one in the page, such as de or pt-BR; unless said, what their browser asks for',
  languageGiven,
)

function languageGiven(text: string): string {
  const language = parseLanguageTag(text)
  if (language !== null) return language
  throw new Problem(`--language takes a language such as de or pt-BR; "${text}" is none.`, EXIT.usage)
}
