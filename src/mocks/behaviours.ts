/** How a pretend host acts, by name. The same name gives the same failure in development, in tests and over sockets. */
export type Behaviour =
  | 'unclaimed'
  | 'claimed'
  | 'starting'
  | 'stuck-starting'
  | 'restarting-claimed'
  | 'silent'
  | 'refusing'
  | 'hiding'
  | 'cors-elsewhere'
  | 'cors-on-200'
  | 'printer'
  | 'other-product'
  | 'another-machine'
  | 'impostor'
  | 'shape-shifter'
  | 'scripts'
  | 'cookies'
  | 'not-local'
  | 'account-fails'
  | 'no-flag'
  | 'string-flags'
  | 'xml-only'
  | 'truncated'
  | 'broken-off'
  | 'wrong-length'
  | 'hangs-up'
  | 'endless'
  | 'dripping'
  | 'huge'
  | 'wrong-type'
  | 'refuses-401'
  | 'refuses-403'
  | 'refuses-406'
  | 'busy-429'
  | 'faulty-500'
  | 'redirecting'
  | 'hidden-redirect'
  | 'slow-headers'
  | 'proxy-down'
  | 'proxy-503'
  | 'proxy-lost'
  | 'basic-auth'
  | 'secure-only'
  | 'odd-identifier'
  | 'two-servers'
  | 'forgetful'
  | 'killed-starting'

export const BEHAVIOURS: Readonly<Record<Behaviour, string>> = {
  unclaimed: 'a healthy server that nobody has claimed',
  claimed: 'a healthy server that is linked to an account',
  starting: '503 for a while, then a start state that comes and goes, then unclaimed',
  'stuck-starting': '503 for ever, as with a broken database',
  'restarting-claimed': '503 for a while, then a start state that comes and goes, then claimed',
  silent: 'accepts the connection and never answers',
  refusing: 'refuses the connection: the computer is there, the server is not',
  hiding: 'answers without a CORS header, so that a page on another origin may not read it',
  'cors-elsewhere': 'answers with permission for another page than the one that asks',
  'cors-on-200': 'as starting, but gives permission to read only with 200, not with 503',
  printer: 'the web page of another product: HTML with status 200',
  'other-product': 'the interface of another product: JSON with status 200',
  'another-machine': 'a healthy unclaimed server with another machine identifier',
  impostor: "a server with another one's machine identifier",
  'shape-shifter': 'a server that has another machine identifier every second',
  scripts: 'a server with markup and scripts in every field of its identity',
  cookies: 'a healthy server that sets a cookie with every answer',
  'not-local': 'an unclaimed server that refuses every claim code with 401, as to somebody from outside',
  'account-fails': 'an unclaimed server whose account service fails: every claim code gets 500',
  'no-flag': 'an identity that does not say whether it is claimed',
  'string-flags': 'JSON with "0" and "1" as strings instead of true and false',
  'xml-only': 'XML whatever the request accepts',
  truncated: 'an identity cut in the middle, in a message that is otherwise correct',
  'broken-off': 'promises more bytes than it sends, then resets the connection',
  'wrong-length': 'promises more bytes than it sends, then closes the connection politely',
  'hangs-up': 'a healthy server that closes each connection after an answer without having said so',
  endless: 'headers, then bytes without end',
  dripping: 'an identity at one byte a second',
  huge: 'an identity in a body far larger than 64 kB',
  'wrong-type': 'a correct identity that calls itself text/plain',
  'refuses-401': 'answers everything with 401 and a small HTML page',
  'refuses-403': 'answers everything with 403 and a small HTML page',
  'refuses-406': 'answers everything with 406 and a small HTML page',
  'busy-429': 'answers everything with 429 and asks to come back after 3 seconds',
  'faulty-500': 'answers everything with 500',
  redirecting: 'sends everybody to another host with 302',
  'hidden-redirect': 'the same without a CORS header, so that a page on another origin can not tell',
  'slow-headers': 'a healthy unclaimed server whose headers take 8 seconds',
  'proxy-down': 'a proxy whose server is off: 502 with a page of its own',
  'proxy-503': 'a proxy that has no server at the moment: 503 in words of its own',
  'proxy-lost': 'a proxy that knows no server by this name: 404 in words of its own',
  'basic-auth': 'a proxy that wants a name and a password first: 401 in words of its own',
  'secure-only': 'closes every connection without a byte, as where secure connections are demanded',
  'odd-identifier': 'speaks like a server, with an identifier that is none',
  'two-servers': 'two servers that answer in turn',
  forgetful: 'starts again and again, each time with a new machine identifier',
  'killed-starting': '503 for a while, then refuses for a while, again and again',
}

const UNCLAIMED = ['unclaimed']
const MISSING = ['missing']
const STRANGER = ['stranger']

/** What the page shows of such a host in development, as `data-stage`: one stage after the other, the last one to stay. */
export const STAGES: Readonly<Record<Behaviour, readonly string[]>> = {
  unclaimed: UNCLAIMED,
  claimed: ['claimed'],
  starting: ['starting', 'unclaimed'],
  'stuck-starting': ['starting'],
  'restarting-claimed': ['starting', 'claimed'],
  silent: MISSING,
  refusing: MISSING,
  hiding: ['unreadable'],
  'cors-elsewhere': ['unreadable'],
  'cors-on-200': ['unreadable', 'unclaimed'],
  printer: STRANGER,
  'other-product': STRANGER,
  'another-machine': UNCLAIMED,
  impostor: UNCLAIMED,
  'shape-shifter': STRANGER,
  scripts: UNCLAIMED,
  cookies: UNCLAIMED,
  'not-local': UNCLAIMED,
  'account-fails': UNCLAIMED,
  'no-flag': ['unreadable'],
  'string-flags': UNCLAIMED,
  'xml-only': UNCLAIMED,
  truncated: MISSING,
  'broken-off': MISSING,
  'wrong-length': MISSING,
  'hangs-up': UNCLAIMED,
  endless: MISSING,
  dripping: MISSING,
  huge: MISSING,
  'wrong-type': UNCLAIMED,
  'refuses-401': MISSING,
  'refuses-403': MISSING,
  'refuses-406': MISSING,
  'busy-429': MISSING,
  'faulty-500': MISSING,
  redirecting: STRANGER,
  'hidden-redirect': ['unreadable'],
  'slow-headers': MISSING,
  'proxy-down': STRANGER,
  'proxy-503': STRANGER,
  'proxy-lost': STRANGER,
  'basic-auth': STRANGER,
  'secure-only': MISSING,
  'odd-identifier': STRANGER,
  'two-servers': ['unclaimed', 'stranger'],
  forgetful: ['starting', 'stranger'],
  'killed-starting': ['starting'],
}
