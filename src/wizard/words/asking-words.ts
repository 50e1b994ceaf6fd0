import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Candidate } from '../facts/candidates.ts'
import { hostOf } from './failure-words.ts'

/** Whom the page asks at first. */
export function askingWords({ source, address }: Candidate): MessageDescriptor {
  const host = hostOf(address)
  switch (source) {
    case 'url':
      return msg`Checking ${host}.`
    case 'own-origin':
      return msg`Checking ${host}, where this page came from.`
    case 'stamp':
      return msg`Checking the addresses that the server wrote into this file.`
    case 'used':
      return msg`Checking the addresses that you used before.`
    case 'loopback':
      return msg`Checking this device.`
    case 'search':
      return msg`Checking the addresses that the search found.`
  }
}
