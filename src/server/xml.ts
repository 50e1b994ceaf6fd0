export type XmlRoot = { readonly name: string; readonly attributes: Readonly<Record<string, string>> }

type HtmlPolicy = { createHTML: (text: string) => string }
type TrustedTypes = { createPolicy: (name: string, rules: HtmlPolicy) => HtmlPolicy }

// The page's policy lets no text become markup except through this one door, of which each script has its own. Nothing
// that goes through it is ever put into the document.
const identityXml: HtmlPolicy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
  import.meta.env.VITE_XML_POLICY ?? 'identity-xml',
  {
    createHTML: (text) => text,
  },
) ?? { createHTML: (text) => text }

/**
 * Name and attributes of a document's root element. It is null for what is not well-formed XML, and where there is no
 * parser for it (Node). Entities that the document declares itself are refused: no server sends any, and they can be
 * made to grow without end.
 */
export function attributesOfXml(text: string): XmlRoot | null {
  if (typeof DOMParser === 'undefined' || /<!(DOCTYPE|ENTITY)/i.test(text)) return null
  const parsed = new DOMParser().parseFromString(identityXml.createHTML(text), 'text/xml')
  if (parsed.getElementsByTagName('parsererror').length > 0) return null
  const root = parsed.documentElement
  const attributes = [...root.attributes].map(({ name, value }) => [name, value] as const)
  return { name: root.localName, attributes: Object.fromEntries(attributes) }
}
