import type { CDPSession, Protocol } from 'puppeteer-core'

// A host that can't be reached is no mistake of a script; the browser writes that itself.
const UNREACHABLE = /^Failed to load resource|^The FetchEvent for \S+ resulted in a network error response/

/** What pages, frames and workers asked for and complained of so far, in order. */
export class Hearing {
  readonly requests: string[] = []
  readonly complaints: string[] = []

  async listen(session: CDPSession): Promise<void> {
    session.on('Network.requestWillBeSent', ({ request: { url }, type }) => {
      // A browser's question beforehand is none of the page's.
      if (/^https?:/.test(url) && type !== 'Preflight') this.requests.push(url)
    })
    session.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text } }) => {
      this.complaints.push(exception?.description ?? text)
    })
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      if (['error', 'warning', 'assert'].includes(type)) this.complaints.push(args.map(wordsOf).join(' '))
    })
    session.on('Log.entryAdded', ({ entry: { level, text } }) => {
      if (['error', 'warning'].includes(level) && !UNREACHABLE.test(text)) this.complaints.push(text)
    })
    await Promise.all([
      session.send('Network.enable'),
      session.send('Runtime.enable'),
      session.send('Log.enable'),
    ])
  }
}

function wordsOf({ description, value }: Protocol.Runtime.RemoteObject): string {
  return description ?? String(value)
}
