import type { WireReply, WireHeaders } from './wire.ts'

/** Errors are small HTML pages, whatever was asked for (official API document). */
export function htmlReply(status: number, title: string, headers: WireHeaders): WireReply {
  return {
    kind: 'reply',
    status,
    headers: { 'content-type': 'text/html', ...headers },
    body: `<html><head><title>${title}</title></head><body><h1>${status} ${title}</h1></body></html>`,
  }
}
