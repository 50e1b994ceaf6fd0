import { isPasted } from './paste.ts'
import type { Cause } from './cause.ts'

/** How much an error text speaks for causes, as logarithms: 2 more is seven times as likely. */
type Speaks = Partial<Record<Cause, number>>

/** What programs write when something fails, in whichever language people are. */
export type ErrorText = {
  /** What it is called on screen; never a piece of what was pasted. */
  readonly name: string
  /** In small letters; no part of it may repeat without a limit, as pastes are long. */
  readonly says: RegExp
  readonly speaks: Speaks
}

const REFUSED: Speaks = { 'not-running': 9, blocked: 4 }
const SILENT: Speaks = { 'not-running': 9, 'broken-route': 6, blocked: 5.5 }
const CERTIFICATE: Speaks = { 'broken-route': 9, 'account-out-of-reach': 4 }
const OLD_CERTIFICATE: Speaks = { 'account-out-of-reach': 8, 'broken-route': 7 }
const CUT_OFF: Speaks = { 'broken-route': 8, 'not-running': 7 }
const NO_NAME: Speaks = { 'account-out-of-reach': 7, 'not-running': 6.7, 'broken-route': 6.5 }
const NOT_ALLOWED: Speaks = { blocked: 10 }
const TURNED_AWAY: Speaks = { revoked: 5, 'another-account': 4.7, 'not-local': 4.6 }
const DAMAGED: Speaks = { 'damaged-database': 10 }
/** Whatever else the server says has to wait. */
const STARTING: Speaks = { 'not-running': 17, 'damaged-database': 14 }
const ACCOUNT: Speaks = { 'account-out-of-reach': 11 }

/** From the telling ones to those that only say that something failed. */
export const ERROR_TEXTS: readonly ErrorText[] = [
  // What the server itself says (docs/protocol.md).
  {
    name: '503 Maintenance',
    says: /currently running (?:database migrations|startup maintenance)|code="503"[^>]{0,80}maintenance|"?startstate"?[=:]\s?"/,
    speaks: STARTING,
  },
  { name: 'claimed="0"', says: /\bclaimed"?\s?[=:]\s?(?:"0"|"?false\b|0\b)/, speaks: { 'not-claimed': 11 } },
  {
    name: 'claimed="1"',
    says: /\bclaimed"?\s?[=:]\s?(?:"1"|"?true\b|1\b)/,
    speaks: { revoked: 8, 'broken-route': 7, 'another-account': 6.5 },
  },
  {
    name: 'myPlexSigninState="ok"',
    says: /myplexsigninstate"?\s?[=:]\s?"ok"/,
    speaks: { 'broken-route': 8, revoked: 6.5, 'another-account': 6 },
  },
  {
    name: 'myPlexSigninState="none"',
    says: /myplexsigninstate"?\s?[=:]\s?"(?:none|unknown)"/,
    speaks: { 'not-claimed': 10 },
  },
  {
    name: 'myPlexSigninState="invalid"',
    says: /myplexsigninstate"?\s?[=:]\s?"invalid"/,
    speaks: { revoked: 10 },
  },
  { name: '400 still starting up', says: /still starting up/, speaks: STARTING },
  {
    name: 'PlexOnlineToken',
    says: /<preferences\b[^>]{0,4000}plexonlinetoken="[^"]/,
    speaks: { revoked: 8 },
  },
  // Databases.
  {
    name: 'SQLite',
    says: /disk image is malformed|malformed database|file is not a database|file is encrypted or is not|sqlite3?_?statement_backend|sqlite_corrupt|sqlite_notadb|sqlite_ioerr|database corruption|row \d{1,9} missing from index|unable to set up server: sqlite/,
    speaks: DAMAGED,
  },
  {
    name: 'database is locked',
    says: /database is locked|sqlite_busy|unable to open database file|sqlite_full|database or disk is full/,
    speaks: { 'damaged-database': 7, 'not-running': 4 },
  },
  // The browser or the system keeps a page off the network.
  {
    name: 'ERR_BLOCKED_BY_…',
    says: /err_blocked_by_|err_network_access_denied|blocked:?\s?mixed[- ]content|mixed content:/,
    speaks: NOT_ALLOWED,
  },
  {
    name: 'NS_ERROR_LOCAL_NETWORK_DENIED',
    says: /ns_error_local_network|local_network_access|unknown.? address space|(?:private|local|loopback).? address space|private network access|local network access/,
    speaks: NOT_ALLOWED,
  },
  {
    name: 'CORS',
    says: /blocked by cors|cors policy|cross-origin request blocked|cors-anfrage|quellübergreifende/,
    speaks: NOT_ALLOWED,
  },
  {
    name: 'ERR_PROXY_CONNECTION_FAILED',
    says: /err_proxy_|err_tunnel_connection|ns_error_proxy_|ns_error_content_blocked|err_unsafe_port|ns_error_port_access_not_allowed/,
    speaks: NOT_ALLOWED,
  },
  // Certificates, and connections that are secure on one side only.
  {
    name: 'SSL/TLS secure channel',
    says: /could not create ssl\/tls|schannel|secure channel support/,
    speaks: { 'account-out-of-reach': 9, 'broken-route': 6 },
  },
  {
    name: 'ERR_CERT_DATE_INVALID',
    says: /cert_date_invalid|cert_has_expired|cert_not_yet_valid|certificate has expired|certificate is not yet valid|not valid before|sec_error_expired|mozilla_pkix_error_not_yet_valid|err_ssl_[a-z_]{0,30}date|zertifikat ist abgelaufen/,
    speaks: OLD_CERTIFICATE,
  },
  {
    name: 'ERR_CERT_…',
    says: /err_cert_|err_tls_cert|certificate's altnames|cert_altname|ssl_error_bad_cert|sec_error_|mozilla_pkix_error|self[- _]signed[ _]cert|depth_zero_self|unable_to_verify_leaf|unable to verify the first cert|certificate_?[ _]?verify[_ ]failed|certificateerror|sslcertverification|x509: |no alternative certificate|curl: ?\((?:51|58|60|77|91)\)|nsurlerrordomain[^\n]{0,20}-120[1-6]/,
    speaks: CERTIFICATE,
  },
  {
    name: 'ERR_SSL_PROTOCOL_ERROR',
    says: /err_ssl_|ssl_error_|sslhandshake|ssl: wrong_version|wrong version number|eproto\b|sslerror|tls handshake|tls_handshake|ssl handshake|pr_connect_reset|pr_end_of_file|curl: ?\((?:35|53|54|59|66|83)\)|nsurlerrordomain[^\n]{0,20}-1200/,
    speaks: CERTIFICATE,
  },
  {
    name: 'ERR_EMPTY_RESPONSE',
    says: /err_empty_response|empty reply from server|curl: ?\((?:52|56)\)|err_connection_reset|ns_error_net_reset|ns_error_net_interrupt|econnreset|err_connection_closed|err_connection_aborted|econnaborted|connection (?:was )?reset|connection aborted|socket hang ?up|remotedisconnected|epipe\b|errno 104|10054\b|verbindung (?:wurde )?zurückgesetzt/,
    speaks: CUT_OFF,
  },
  // Names. What they are names of decides.
  {
    name: 'plex.tv',
    says: /(?:plex\.tv|my\.?plex)[^\n]{0,160}(?:enotfound|eai_again|econn|etimedout|ehostunreach|enetunreach|timed? ?out|could not|couldn't|cannot|failed|failure|unreachable|refused|no such host|error)|(?:enotfound|eai_again|econn\w{0,10}|etimedout|ehostunreach|enetunreach|timed? ?out|could not resolve|couldn't resolve|could not connect to|failed to connect to|unable to connect to|no such host|resolution|curl: ?\(\d{1,2}\))[^\n]{0,120}plex\.tv/,
    speaks: ACCOUNT,
  },
  {
    name: 'plex.direct',
    says: /plex\.direct[^\n]{0,160}(?:enotfound|eai_again|not_resolved|nxdomain|unknown_host|resolve|no such host|can.?t find|127\.0\.0\.|rebind)|(?:enotfound|eai_again|not_resolved|nxdomain|unknown_host|resolve|no such host|can.?t find|rebind)[^\n]{0,120}plex\.direct/,
    speaks: { 'broken-route': 12 },
  },
  {
    name: 'ERR_NAME_NOT_RESOLVED',
    says: /err_name_not_resolved|err_name_resolution|err_dns_|dns_probe_|ns_error_unknown_host|err_icann_name_collision|nxdomain|nsurlerrordomain[^\n]{0,20}-1003/,
    speaks: { 'broken-route': 7, 'not-running': 6.8, 'account-out-of-reach': 6 },
  },
  {
    name: 'ENOTFOUND',
    says: /\benotfound\b|eai_again|eai_noname|getaddrinfo|could ?n.t resolve host|could not resolve|no such host|name or service not known|temporary failure in name resolution|unknownhostexception|name resolution|curl: ?\((?:5|6)\)|11001\b/,
    speaks: NO_NAME,
  },
  // Windows services.
  {
    name: 'Error 1069',
    says: /(?:error|fehler):? ?(?:code )?1069|1069:|logon failure|systemprofile|serviceprofiles|nt service\\|nt authority\\|localsystem\b|error 1385|1068:|1079:/,
    speaks: { 'another-user': 10 },
  },
  {
    name: 'Registry',
    says: /hkey_(?:current_user|local_machine|users)|\bhkcu\b|\bhklm\b|\breg(?:\.exe)? (?:delete|add|query|export)\b|\bregedit\b/,
    speaks: { 'afraid-of-registry': 8 },
  },
  // Claim codes.
  {
    name: 'PLEX_CLAIM',
    says: /exchanging claim token|unable to claim plex server|claim token[^\n]{0,40}(?:expired|invalid|not valid|abgelaufen|ungültig)|(?:expired|invalid)[^\n]{0,20}claim token|unable to get token|plex_claim/,
    speaks: { 'code-spent': 8, 'not-local': 4.5 },
  },
  // Nobody there.
  {
    name: 'ECONNREFUSED',
    says: /econnrefused|err_connection_refused|ns_error_connection_refused|connection refused|connectionrefused|actively refused|connect_error|wsaeconnrefused|10061\b|errno (?:61|111)\]|curl: ?\(7\)|err_connection_failed|connection_refused|nsurlerrordomain[^\n]{0,20}-1004|verbindung (?:wurde )?(?:verweigert|abgelehnt)|verbindungsaufbau abgelehnt|verweigerte die verbindung/,
    speaks: REFUSED,
  },
  {
    name: 'EHOSTUNREACH',
    says: /ehostunreach|ehostdown|errno 65\]/,
    speaks: { blocked: 8, 'not-running': 8 },
  },
  {
    name: 'ERR_ADDRESS_UNREACHABLE',
    says: /err_address_unreachable|enetunreach|err_address_invalid|no route to host|network is unreachable|host is (?:down|unreachable)|errno (?:101|113)\]|10065\b|10051\b|zielhost nicht erreichbar|destination host unreachable/,
    speaks: { 'not-running': 8, blocked: 7 },
  },
  {
    name: 'ERR_INTERNET_DISCONNECTED',
    says: /err_internet_disconnected|ns_error_offline|err_network_changed|err_network_io_suspended|nsurlerrordomain[^\n]{0,20}-1009/,
    speaks: { 'not-running': 8, blocked: 6 },
  },
  {
    name: 'ETIMEDOUT',
    says: /etimedout|esockettimedout|err_timed_out|err_connection_timed_out|ns_error_net_timeout|curl: ?\(28\)|connecttimeout|und_err_connect|sockettimeout|i\/o timeout|deadline exceeded|wsaetimedout|10060\b|errno (?:60|110)\]|nsurlerrordomain[^\n]{0,20}-1001|took too long to respond|zu lange gebraucht|dauert zu lange/,
    speaks: SILENT,
  },
  {
    name: 'EADDRINUSE',
    says: /eaddrinuse|address already in use|only one usage of each socket|10048\b/,
    speaks: { 'not-running': 10 },
  },
  {
    name: 'ERR_INVALID_RESPONSE',
    says: /err_invalid_http|err_invalid_response|err_http2|err_quic|err_too_many_redirects|err_content_|err_response_headers|err_unexpected|err_incomplete_chunked|ns_error_redirect_loop|ns_error_failure|err_failed\b|err_aborted\b|curl: ?\((?:1|3|18|23|47|55)\)/,
    speaks: { 'not-running': 6.5, blocked: 6 },
  },
  // What pages and programs say with a number.
  {
    name: 'HTTP 429',
    says: /\b429\b|too many requests|rate limit exceeded/,
    speaks: { 'account-out-of-reach': 9, 'code-spent': 4 },
  },
  { name: 'HTTP 422', says: /\b422\b|unprocessable entity/, speaks: { 'account-out-of-reach': 8 } },
  {
    name: 'HTTP 502 / 504',
    says: /\b50[24] |\b50[24]$|\b50[24]\b|bad gateway|gateway time-?out|error code:? 52\d|host error 52\d/,
    speaks: { 'not-running': 9, 'broken-route': 4 },
  },
  {
    name: 'HTTP 503',
    says: /\b503\b|service (?:temporarily )?unavailable|no available server|no server is available/,
    speaks: { 'not-running': 8, 'damaged-database': 6 },
  },
  {
    name: 'HTTP 500',
    says: /(?:http|status|error|code|fehler)[ /:=]{0,3}(?:\d\.\d )?(?:error )?500\b|\b500 internal|internal server error|interner serverfehler|^500$/,
    speaks: { 'account-out-of-reach': 6, 'damaged-database': 4.5, 'not-running': 4 },
  },
  {
    name: 'HTTP 401',
    says: /\b401\b/,
    speaks: TURNED_AWAY,
  },
  {
    name: 'HTTP 403',
    says: /\b403\b|<h1>forbidden|403 forbidden/,
    speaks: { 'not-local': 5, revoked: 4.9, 'another-account': 4.8 },
  },
  {
    name: 'HTTP 404',
    says: /\b404\b|404 page not found/,
    speaks: { 'not-running': 6 },
  },
]

/** The error texts in a paste, each once, the telling ones first. Takes time by its length, and never throws. */
export function errorTextsIn(text: string): readonly ErrorText[] {
  const small = isPasted(text) ? withoutCounts(text.toLowerCase()) : text.toLowerCase()
  return ERROR_TEXTS.filter(({ says }) => says.test(small))
}

/** A log counts and times: of its numbers that look like a status, those are left that something says to be one. */
function withoutCounts(log: string): string {
  return log.replace(
    /((?:http(?:\/\d(?:\.\d)?)?|status|error|code|fehler|response)["']?[ :=/(-]{0,3}["']?)?\b[45]\d\d\b/g,
    (found, said: string | undefined) => (said === undefined ? '' : found),
  )
}
