import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TlsOptions } from 'node:tls'

export type Certificates = Readonly<
  Record<'right' | 'other-name' | 'unknown-issuer' | 'expired', TlsOptions>
> & {
  /** The file of the authority that is to be believed. */
  readonly authority: string
}

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']

/** Makes certificates for the account service, in this folder: one as it should be, and others. */
export function certificatesIn(folder: string): Certificates {
  const file = (name: string): string => join(folder, name)
  const openssl = (...args: readonly string[]): void =>
    void execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const authority = (name: string, organisation: string): void => {
    const names = ['-keyout', file(`${name}.key`), '-out', file(`${name}.pem`)]
    openssl('req', '-x509', ...KEY, '-days', '30', '-subj', `/O=${organisation}`, ...names)
  }
  authority('believed', 'Pretend Authority')
  authority('unknown', 'Nosy Filter Ltd.')
  openssl('req', ...KEY, '-subj', '/CN=account', '-keyout', file('key.pem'), '-out', file('request.pem'))
  const certificate = (name: string, { for: host = 'plex.tv', by = 'believed', days = '30' }): TlsOptions => {
    writeFileSync(file('extensions'), `subjectAltName=DNS:${host}`)
    const signed = ['-CA', file(`${by}.pem`), '-CAkey', file(`${by}.key`), '-CAcreateserial', '-days', days]
    const names = ['-in', file('request.pem'), '-extfile', file('extensions'), '-out', file(`${name}.pem`)]
    openssl('x509', '-req', ...signed, ...names)
    return { key: readFileSync(file('key.pem')), cert: readFileSync(file(`${name}.pem`)) }
  }
  return {
    authority: file('believed.pem'),
    right: certificate('right', {}),
    'other-name': certificate('other-name', { for: 'hotspot.example' }),
    'unknown-issuer': certificate('unknown-issuer', { by: 'unknown' }),
    expired: certificate('expired', { days: '-1' }),
  }
}
