import { request } from 'node:http'
import { parseStamp } from '../../src/stamp/read-stamp.ts'
import type { Stamp } from '../../src/stamp/stamp.ts'

/** The stamp in a page. */
export function stampIn(html: string): Stamp {
  return parseStamp(/id="setup-stamp" type="application\/json">(.*?)<\/script>/s.exec(html)?.[1])
}

/** The page at this address; null where none is served. */
export function pageAt(address: string): Promise<string | null> {
  return new Promise((resolve) => {
    request(`${address}/`, (response) => {
      let html = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (html += chunk))
      response.on('end', () => resolve(response.statusCode === 200 ? html : null))
    })
      .on('error', () => resolve(null))
      .end()
  })
}
