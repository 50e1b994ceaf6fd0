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
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'other-nodes-'))))
afterAll(() => rmSync(folder, { recursive: true }))
const programs = () =>
  Promise.all(nodes.map(({ node, version }) => commandUnder(node, folder, `under-${version}`)))

test.each(nodes)('under Node $version it says its version, writes and serves', async ({ node, version }) => {
  const program = await commandUnder(node, folder, `under-${version}`)
  expect(await start(['--version'], {}, program).ended).toMatchObject({ code: 0, complained: '' })
  await writesAndServes(program, folder)
})

test.runIf(permitted && nodes.length > 0)('it finds five servers in three networks under each', async () => {
  const files = await programs()
  const runs = await findsInNetworks(files)
  for (const program of files) expectFive(runs.filter((ended) => ended.program === program))
})
