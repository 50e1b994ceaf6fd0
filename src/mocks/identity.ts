import { mediaContainer, type Attributes, type Format } from './media-container.ts'

/** What a pretend server knows about itself. Windows and macOS insist on being claimed. */
export interface PretendIdentity {
  readonly machineIdentifier: string
  readonly friendlyName: string
  readonly platform: 'Windows' | 'MacOSX' | 'Linux'
  readonly version: string
  readonly claimed: boolean
}

/** The server that hosts are unless they are told otherwise. */
export const ATTIC: Omit<PretendIdentity, 'claimed'> = {
  machineIdentifier: '4e1b7c90a2d35f68b0c4d7e19f2a6b83c5d0e7f1',
  friendlyName: 'Attic NAS',
  platform: 'Linux',
  version: '1.43.4.9999-abcdef012',
}

/** The machine identifier that `another-machine` answers with, whatever the host was given. */
export const ANOTHER_MACHINE = 'c0ffee11d22e33f44a55b66c77d88e99f00a1b2c'

/** The same server, had it been named by somebody who tries what can be broken with names. */
export function hostileWords(identity: PretendIdentity): PretendIdentity {
  return {
    ...identity,
    friendlyName: `</script><script>window.struck=1</script>`,
    version: `<img src=x onerror=window.struck=1>`,
  }
}

/** How an odd server writes the flag that everything depends on. */
export type FlagStyle = 'boolean' | 'string' | 'absent'

function flag(claimed: boolean, style: FlagStyle): Attributes {
  switch (style) {
    case 'boolean':
      return { claimed }
    case 'string':
      return { claimed: claimed ? '1' : '0' }
    case 'absent':
      return {}
  }
}

/** The body of `/identity`. `starting` adds the start state. */
export function identityBody(
  identity: PretendIdentity,
  starting: boolean,
  format: Format,
  style: FlagStyle = 'boolean',
): string {
  return mediaContainer(
    {
      size: 0,
      apiVersion: '1.2.3',
      ...flag(identity.claimed, style),
      machineIdentifier: identity.machineIdentifier,
      ...(starting ? { startState: 'startingPlugins' } : {}),
      version: identity.version,
    },
    format,
  )
}
