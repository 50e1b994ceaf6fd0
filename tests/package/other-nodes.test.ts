// @vitest-environment node
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NODE_22, NODE_24 } from '../../src/build/executables/node-programs.ts'
import { NAMESPACES, namespacesPermitted } from '../browser/network/namespaces.ts'
import { start } from './command.ts'
import { commandUnder, expectFive, findsInNetworks, otherNode, writesAndServes } from './other-nodes.ts'

const permitted = namespacesPermitted()
if (!permitted) console.warn(`NOT RUN: find under other Nodes, for want of ${NAMESPACES.join(' ')} (root).`)
const nodes: { readonly version: string; readonly node: string }[] = []
for (const packed of [NODE_22, NODE_24]) {
  const node = await otherNode(packed, 'the command under another Node')
  if (node !== null) nodes.push({ version: packed.version, node })
}

let folder: string
let programs: readonly string[]
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'other-nodes-'))
  programs = await Promise.all(nodes.map(({ node, version }) => commandUnder(node, folder, version)))
})
afterAll(() => rmSync(folder, { recursive: true }))

test.concurrent.each(nodes)('under Node $version it writes and serves', async ({ version }) => {
  const program = join(folder, version)
  expect(await start(['--version'], {}, program).ended).toMatchObject({ code: 0, complained: '' })
  await writesAndServes(program)
})

test
  .runIf(permitted && nodes.length > 0)
  .concurrent('it finds five servers in three networks under each', { timeout: 60_000 }, async () => {
    const runs = await findsInNetworks(programs)
    for (const program of programs) expectFive(runs.filter((ended) => ended.program === program))
  })
