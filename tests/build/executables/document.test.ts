// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { NODE_22, NODE_24 } from '../../../src/build/executables/node-programs.ts'
import { TARGETS } from '../../../src/build/executables/targets.ts'
import { rowsOf, sectionOf, textOf } from '../documents.ts'

const EXECUTABLES = textOf('docs/executables.md')

describe('docs/executables.md', () => {
  it('names every program that is made, with the Node in it', () => {
    const told = rowsOf(EXECUTABLES).map(([file, , version]) => [file, version])
    expect(told).toEqual(TARGETS.map(({ file, node }) => [`\`${file}\``, node.version]))
  })

  it('says that a program is run where the tests do so, and that others are not', () => {
    const run = rowsOf(EXECUTABLES).filter(([, , , tried]) => tried?.startsWith('run'))
    expect(run.map(([file]) => file)).toEqual(['`setup-plex-linux-x64`'])
    expect(textOf('tests/package/executable.test.ts')).toContain("name === 'linux-x64'")
  })

  it('says how many packages are fetched', () => {
    const nodes = TARGETS.flatMap(({ node, maker }) => [node, maker])
    const packages = new Set(nodes.map(({ name, version }) => `${name}@${version}`))
    expect([packages.size, TARGETS.length]).toEqual([6, 5])
    expect(sectionOf(EXECUTABLES, 'How they are made')).toContain('six packages for all five programs')
    const other = [NODE_22, NODE_24].map(({ version }) => version.split('.')[0])
    expect(sectionOf(EXECUTABLES, 'Under other Nodes')).toContain(`under Node ${other.join(' and ')}`)
  })

  it('has entitlements that are a property list', () => {
    const text = textOf('docs/examples/setup-plex.entitlements')
    const list = new DOMParser().parseFromString(text, 'application/xml')
    const keys = [...list.querySelectorAll('plist > dict > key')].map(({ textContent }) => textContent)
    expect(keys).toContain('com.apple.security.cs.allow-jit')
    expect(list.querySelectorAll('plist > dict > true')).toHaveLength(keys.length)
  })
})
