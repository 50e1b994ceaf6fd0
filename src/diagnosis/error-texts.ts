import type { ErrorText, Speaks } from './error-text.ts'
import { HTTP_STATUSES } from './http-statuses.ts'
import { isPasted } from './paste.ts'

const REFUSED: Speaks = { 'not-running': 9, blocked: 4 }
const SILENT: Speaks = { 'not-running': 9, 'broken-route': 6, blocked: 5.5 }
const CERTIFICATE: Speaks = { 'broken-route': 9, 'account-out-of-reach': 4 }
const OLD_CERTIFICATE: Speaks = { 'account-out-of-reach': 9.5, 'broken-route': 7 }
const CUT_OFF: Speaks = { 'broken-route': 8.5, 'not-running': 7 }
const NO_NAME: Speaks = { 'account-out-of-reach': 7, 'not-running': 6.7, 'broken-route': 6.5 }
const NOT_ALLOWED: Speaks = { blocked: 10 }
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
  // Between the server, or a helper, and the account.
  {
    name: 'SSL, plex.tv',
    says: /(?:(?:^|[\s/'"=(@])plex\.tv|\bclaim)[^\n]{0,160}(?:\bssl|\btls|certificate|handshake)|(?:\bssl|\btls|certificate|handshake)[^\n]{0,160}(?:[\s/'"=(@]plex\.tv|\bclaim)/,
    // More than a certificate alone says.
    speaks: { 'account-out-of-reach': 14 },
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
    says: /err_empty_response|empty reply from server|curl: ?\((?:52|56)\)|err_connection_reset|ns_error_net_reset|ns_error_net_interrupt|econnreset|err_connection_closed|err_connection_aborted|econnaborted|connection (?:was )?reset|connection aborted|socket hang ?up|remotedisconnected|epipe\b|errno 104|(?:winerror|error|errno|socket)[ :#(]{0,3}10054\b|verbindung (?:wurde )?zurückgesetzt/,
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
    says: /\benotfound\b|eai_again|eai_noname|getaddrinfo|could ?n.t resolve host|could not resolve|no such host|name or service not known|temporary failure in name resolution|unknownhostexception|name resolution|curl: ?\((?:5|6)\)|(?:winerror|error|errno|socket)[ :#(]{0,3}11001\b/,
    speaks: NO_NAME,
  },
  // Windows services.
  {
    name: 'Error 1069',
    says: /(?:error|fehler):? ?(?:code )?1069|logon failure|systemprofile|serviceprofiles|nt service\\|nt authority\\|localsystem\b|(?:error|fehler):? ?(?:code )?(?:1385|1068|1079)\b/,
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
    says: /econnrefused|err_connection_refused|ns_error_connection_refused|connection refused|connectionrefused|actively refused|connect_error|wsaeconnrefused|(?:winerror|error|errno|socket)[ :#(]{0,3}10061\b|errno (?:61|111)\]|curl: ?\(7\)|err_connection_failed|connection_refused|nsurlerrordomain[^\n]{0,20}-1004|verbindung (?:wurde )?(?:verweigert|abgelehnt)|verbindungsaufbau abgelehnt|verweigerte die verbindung/,
    speaks: REFUSED,
  },
  {
    name: 'EHOSTUNREACH',
    says: /ehostunreach|ehostdown|errno 65\]/,
    speaks: { blocked: 9, 'not-running': 8 },
  },
  {
    name: 'ERR_ADDRESS_UNREACHABLE',
    says: /err_address_unreachable|enetunreach|err_address_invalid|no route to host|network is unreachable|host is (?:down|unreachable)|errno (?:101|113)\]|(?:winerror|error|errno|socket)[ :#(]{0,3}10065\b|(?:winerror|error|errno|socket)[ :#(]{0,3}10051\b|zielhost nicht erreichbar|destination host unreachable/,
    speaks: { 'not-running': 8, blocked: 7 },
  },
  {
    name: 'ERR_INTERNET_DISCONNECTED',
    says: /err_internet_disconnected|ns_error_offline|err_network_changed|err_network_io_suspended|nsurlerrordomain[^\n]{0,20}-1009/,
    speaks: { 'not-running': 8, blocked: 6 },
  },
  {
    name: 'ETIMEDOUT',
    says: /etimedout|esockettimedout|err_timed_out|err_connection_timed_out|ns_error_net_timeout|curl: ?\(28\)|connecttimeout|und_err_connect|sockettimeout|i\/o timeout|deadline exceeded|wsaetimedout|(?:winerror|error|errno|socket)[ :#(]{0,3}10060\b|errno (?:60|110)\]|nsurlerrordomain[^\n]{0,20}-1001|took too long to respond|zu lange gebraucht|dauert zu lange/,
    speaks: SILENT,
  },
  {
    name: 'EADDRINUSE',
    says: /eaddrinuse|address already in use|only one usage of each socket|(?:winerror|error|errno|socket)[ :#(]{0,3}10048\b/,
    speaks: { 'not-running': 10 },
  },
  {
    name: 'ERR_INVALID_RESPONSE',
    says: /err_invalid_http|err_invalid_response|err_http2|err_quic|err_too_many_redirects|err_content_|err_response_headers|err_unexpected|err_incomplete_chunked|ns_error_redirect_loop|ns_error_failure|err_failed\b|err_aborted\b|curl: ?\((?:1|3|18|23|47|55)\)/,
    speaks: { 'not-running': 6.5, blocked: 6 },
  },
  ...HTTP_STATUSES,
]

/** The error texts in what was typed or pasted, each once, the telling ones first. Never throws. */
export function errorTextsIn(text: string): readonly ErrorText[] {
  const small = text.toLowerCase()
  const pasted = isPasted(text)
  return ERROR_TEXTS.filter(({ says, typed }) => says.test(small) || (!pasted && typed?.test(small) === true))
}
