/** What somebody said in an answer that came whole, read without the page's own parsers. */
export type Said = {
  readonly status: number
  readonly machine: string | null
  readonly claimed: boolean | null
}

export function saidIn(status: number, body: string): Said {
  if (status !== 200 || !body.includes('MediaContainer')) return { status, machine: null, claimed: null }
  const machine = /machineIdentifier(?:="|":")([\da-f]{32,64})"/i.exec(body)?.[1] ?? null
  const claimed = /\bclaimed"?(?:="|":"?)(true|false|0|1)\b/.exec(body)?.[1] ?? null
  return { status, machine, claimed: claimed === null ? null : claimed === 'true' || claimed === '1' }
}
