import { JSDOM } from 'jsdom'

/** The page as a browser reads it, with nothing in it run or loaded. */
export function documentOf(html: string): Document {
  const Reader = JSDOM as unknown as new (html: string) => { readonly window: Window }
  return new Reader(html).window.document
}

/** XML, read by the letter. Throws at whatever is none. */
export function xmlDocumentOf(text: string): Document {
  const Reader = JSDOM as unknown as new (
    text: string,
    options: { readonly contentType: string },
  ) => { readonly window: Window }
  return new Reader(text, { contentType: 'text/xml' }).window.document
}
