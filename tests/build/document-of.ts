import { JSDOM } from 'jsdom'

/** The page as a browser reads it, with nothing in it run or loaded. */
export function documentOf(html: string): Document {
  const Reader = JSDOM as unknown as new (html: string) => { readonly window: Window }
  return new Reader(html).window.document
}
