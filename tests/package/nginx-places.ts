/** Where nginx listens, and who asks it. */
export const [NGINX, HOME, OUTSIDE] = ['192.168.1.10', '192.168.1.20', '203.0.113.9'] as const
export const CODE = 'claim-AbCdEfGhIjKlMnOp_-12'

export type NginxCase = {
  readonly what: string
  /** What stands inside `http { … }`. */
  readonly servers: string
  /** How browsers call it. */
  readonly name: string
  /** Where the page is. */
  readonly page: string
  /** Options of `setup-plex serve`. */
  readonly more?: readonly string[]
}

export type NginxLine = {
  readonly what: string
  /** Status by who asked for what. */
  readonly got: Readonly<Record<string, number>>
  /** What `setup-plex serve` said. */
  readonly told: string
  readonly codesInLogs: number
  readonly lines: number
}
