import { createHash } from 'node:crypto'

/** A directive and its values, for each directive of the policy in this page. */
export function policyOf(page: Document): Record<string, string> {
  const metas = page.querySelectorAll('meta[http-equiv="Content-Security-Policy" i]')
  if (metas.length !== 1) throw new Error(`a page has one policy, this one has ${metas.length}`)
  const directives = (metas[0]?.getAttribute('content') ?? '').split(';').map((directive) => {
    const [name = '', ...values] = directive.trim().split(/\s+/)
    return [name, values.join(' ')] as const
  })
  return Object.fromEntries(directives)
}

/** What a browser compares with the policy: the hash of an element's text. */
export function hashOf(element: Element): string {
  return `'sha256-${createHash('sha256').update(element.textContent).digest('base64')}'`
}
