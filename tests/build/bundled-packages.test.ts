// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { bundledPackages } from '../../src/build/bundled-packages.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What a build makes, and the packages that its source maps name: they know nothing of the notices. */
async function built(
  configFile: string,
): Promise<{ readonly text: string; readonly mapped: readonly string[] }> {
  const mapped = new Set<string>()
  const reader: Plugin = {
    name: 'source-maps',
    generateBundle: {
      order: 'pre',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          for (const source of file.type === 'chunk' ? (file.map?.sources ?? []) : []) {
            const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? []
            if (name !== undefined) mapped.add(name)
          }
        }
      },
    },
  }
  const result = await build({
    root: ROOT,
    configFile,
    logLevel: 'error',
    plugins: [reader],
    build: { write: false, sourcemap: 'hidden' },
  })
  const files = [result].flat().flatMap((each) => ('output' in each ? each.output : []))
  const text = files.map((file) =>
    file.type === 'asset' && !file.fileName.endsWith('.map') ? String(file.source) : '',
  )
  return { text: text.join('\n'), mapped: [...mapped] }
}

let scrap: string
beforeAll(() => {
  scrap = mkdtempSync(join(tmpdir(), 'setup-plex-'))
  // Building sets it for the whole process.
  vi.stubEnv('NODE_ENV', 'test')
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(scrap, { recursive: true })
})

describe.each([
  [
    'vite.config.ts',
    [
      'react',
      'react-dom',
      'scheduler',
      '@tanstack/react-query',
      '@tanstack/query-core',
      '@lingui/core',
      '@lingui/react',
      'valibot',
      'lean-qr',
    ],
  ],
  ['vite.command.config.ts', ['valibot']],
])('what %s builds', (configFile, known) => {
  let text: string
  let mapped: readonly string[]
  beforeAll(async () => {
    ;({ text, mapped } = await built(configFile))
  }, 120_000)

  test('names every package whose code is in it, with who holds the rights', () => {
    expect(mapped).toEqual(expect.arrayContaining(known))
    const noticed = [...text.matchAll(/^- (.+): Copyright .+$/gm)].flatMap(([, names = '']) =>
      names.split(', ').map((name) => name.replace(/ \S+$/, '')),
    )
    expect(mapped.filter((name) => !noticed.includes(name))).toEqual([])
    expect(noticed).toContain('setup-plex')
  })

  test('holds the terms of each licence, once', () => {
    const [, notices = ''] = text.split('Licences of this program')
    const terms = notices.split('\n').filter((line) => line.length > 150)
    expect(terms.some((line) => line.startsWith('Permission is hereby granted'))).toBe(true)
    expect(terms.filter((line, at) => terms.indexOf(line) !== at)).toEqual([])
  })
})

const bundleOf = (id: string) =>
  ({ 'a.js': { type: 'chunk', modules: { [id]: { renderedLength: 1 } } } }) as unknown as Parameters<
    typeof bundledPackages
  >[0]

test("the bundler's own helpers are somebody's code too", () => {
  for (const id of ['\0rolldown/runtime.js', '\0@oxc-project+runtime@0.1.0/helpers/spread.js'])
    expect(bundledPackages(bundleOf(id)).map(({ name }) => name)).toEqual(['rolldown'])
  const [vite] = bundledPackages(bundleOf('\0vite/preload-helper.js'))
  expect(vite?.text).toContain('Copyright')
  expect(vite?.text.length).toBeLessThan(2_000)
})

test('code of unknown origin, or without a licence text, is not built', () => {
  expect(() => bundledPackages(bundleOf('\0from-nowhere'))).toThrow('whose code this is')
  const folder = join(scrap, 'node_modules/@some/package')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "name": "@some/package", "version": "1.0.0" }')
  expect(() => bundledPackages(bundleOf(join(folder, 'index.js')))).toThrow(
    '@some/package is in the bundle and has no licence text',
  )
})
