// @vitest-environment node
import { test } from 'vitest'
import { namespacesPermitted } from '../browser/network/namespaces.ts'
import { program } from './command.ts'
import { expectFollowed, followed } from './watching.ts'

const permitted = namespacesPermitted()
if (!permitted)
  console.warn('NOT RUN: write --watch in a changing network, for want of network namespaces (root).')

test.runIf(permitted)(
  'write --watch follows the server and its addresses within 5 s',
  { timeout: 90_000 },
  async () => {
    expectFollowed(await followed(program()))
  },
)
