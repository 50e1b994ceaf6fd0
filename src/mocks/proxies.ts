import type { WireHeaders, WireReply } from './wire.ts'

// Anybody may read these, as where an administrator allows it. Proxies that nobody told to hide their own errors.
function inFront(status: number, type: string, body: string, headers: WireHeaders = {}): WireReply {
  return {
    kind: 'reply',
    status,
    headers: { 'content-type': type, 'access-control-allow-origin': '*', ...headers },
    body,
  }
}

const PAGE = `<html>
<head><title>502 Bad Gateway</title></head>
<body>
<center><h1>502 Bad Gateway</h1></center>
<hr><center>nginx</center>
</body>
</html>
`

/** What stands in front of a server, in the words of the usual ones. */
export const PROXY_REPLIES = {
  'proxy-down': inFront(502, 'text/html', PAGE),
  'proxy-503': inFront(503, 'text/plain; charset=utf-8', 'no available server\n'),
  'proxy-lost': inFront(404, 'text/plain; charset=utf-8', '404 page not found\n'),
  'basic-auth': inFront(401, 'text/plain', '401 Unauthorized\n', {
    'www-authenticate': 'Basic realm="home"',
  }),
} as const
