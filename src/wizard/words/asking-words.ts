import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Candidate } from '../facts/candidates.ts'
import { hostOf } from './failure-words.ts'

/** Whom the page asks at first. */
export function askingWords({ source, address }: Candidate): MessageDescriptor {
  const host = hostOf(address)
  switch (source) {
    case 'url':
      return msg`Asking ${host}.`
    case 'own-origin':
      return msg`Asking ${host}, where this page came from.`
    case 'stamp':
      return msg`Asking the addresses it left in this file.`
    case 'used':
      return msg`Asking the addresses that you used before.`
    case 'loopback':
      return msg`Asking this computer.`
    case 'search':
      return msg`Asking the addresses that the search found.`
  }
}
