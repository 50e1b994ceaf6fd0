/** A language as standards name it (BCP 47), in any case: `de`, `pt-BR`, `zh-Hans-CN`. null for what is none. */
export function parseLanguageTag(value: unknown): string | null {
  return typeof value === 'string' && /^[a-z]{2,3}(-[a-z\d]{2,8}){0,3}$/i.test(value) ? value : null
}
