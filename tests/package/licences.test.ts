// @vitest-environment node
import { readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, inject, test } from 'vitest'

type Component = Readonly<Record<string, unknown>> & {
  readonly 'bom-ref': string
  readonly name: string
  readonly version: string
  readonly purl: string
}
type List = Readonly<Record<string, unknown>> & {
  readonly metadata: { readonly component: Component }
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const textOf = (name: string): string =>
  readFileSync(join(inject('installed'), 'node_modules/setup-plex', name), 'utf8')
const list = (): List => JSON.parse(textOf('sbom.cdx.json')) as List

/** Every package that a notice names, as `name version`. */
const noticed = (text: string): readonly string[] =>
  [...text.matchAll(/^- ([^:]+)/gm)].flatMap(([, names = '']) => names.split(', '))

test('the notices of the package are those of the page and of the command together', () => {
  const notices = textOf('THIRD-PARTY-NOTICES.txt')
  const page = noticed(textOf('dist/Setup Plex.html').replace(/^[^]*<!--/, ''))
  const program = noticed(textOf('dist-node/THIRD-PARTY-NOTICES.txt'))
  expect(new Set(noticed(notices))).toEqual(new Set([...page, ...program]))
  for (const words of [
    'Copyright (c) 2026 The Setup Plex authors',
    'Meta Platforms',
    'Tom\u00e1\u0161 Ehrlich',
  ])
    expect(notices).toContain(words)
})

test('the list of components names the same packages, as CycloneDX does', () => {
  const { bomFormat, specVersion, metadata, components } = list()
  expect({ bomFormat, specVersion }).toEqual({ bomFormat: 'CycloneDX', specVersion: '1.5' })
  const own = `${metadata.component.name} ${metadata.component.version}`
  expect([own, ...components.map(({ name, version }) => `${name} ${version}`)].toSorted()).toEqual(
    noticed(textOf('THIRD-PARTY-NOTICES.txt')).toSorted(),
  )
  for (const each of components) {
    expect(each.purl).toBe(`pkg:npm/${each.name.replace('@', '%40')}@${each.version}`)
    expect(each['licenses']).toEqual([{ license: { id: expect.any(String) as string } }])
    expect(each['scope']).toBe('required')
  }
})

test('every component hangs on the package, and nothing hangs on what is not there', () => {
  const { metadata, components, dependencies } = list()
  const refs = components.map((each) => each['bom-ref'])
  expect(dependencies.map(({ ref }) => ref)).toEqual([metadata.component['bom-ref'], ...refs])
  expect(dependencies[0]?.dependsOn).toEqual(refs)
  expect(dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.includes(ref))).toEqual([])
})

test('neither says where, when or from which registry it was made', () => {
  for (const text of [textOf('sbom.cdx.json'), textOf('THIRD-PARTY-NOTICES.txt')]) {
    expect(text).not.toMatch(/https?:|registry|timestamp|serialNumber|urn:uuid/)
    const places = [ROOT, tmpdir(), homedir(), 'node_modules', 'setup-plex-copy']
    expect(places.filter((place) => place !== '/' && text.includes(place))).toEqual([])
  }
})
