import { setMaxListeners } from 'node:events'
import { JSDOM } from 'jsdom'
import { rejections } from '../world/live.ts'

// It brings no types.
const Reader = JSDOM as unknown as new (html: string) => { readonly window: { readonly DOMParser: unknown } }

/** jsdom's parser, for answers in XML. */
export function xmlParser(): unknown {
  return new Reader('').window.DOMParser
}

/** What is given up has listeners for as long as it is under way; hundreds are no leak. */
export function prepareProcess(): void {
  setMaxListeners(0)
  process.on('unhandledRejection', (error) => rejections.take(error))
}
