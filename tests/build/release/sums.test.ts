// @vitest-environment node
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contentsOf, differences, filesBelow, sumsFile } from '../../../src/build/release/sums.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-plex-sums-'))
  mkdirSync(join(folder, 'docs'))
  writeFileSync(join(folder, 'Setup Plex.html'), 'abc')
  writeFileSync(join(folder, 'docs/a.md'), '')
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

test('sums and sizes are those of the files', async () => {
  expect(await filesBelow(folder)).toEqual([
    {
      path: 'Setup Plex.html',
      bytes: 3,
      sum: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    },
    {
      path: 'docs/a.md',
      bytes: 0,
      sum: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    },
  ])
})

test('sha256sum reads the list, and sees when a file is another', async ({ skip }) => {
  skip(process.platform !== 'linux', 'sha256sum comes with Linux')
  writeFileSync(join(folder, 'SHA256SUMS'), sumsFile(await filesBelow(folder)))
  const check = (): string =>
    execFileSync('sha256sum', ['--check', 'SHA256SUMS'], { cwd: folder, stdio: 'pipe' }).toString()
  expect(check()).toBe('Setup Plex.html: OK\ndocs/a.md: OK\n')
  writeFileSync(join(folder, 'docs/a.md'), 'b')
  expect(check).toThrow('1 computed checksum did NOT match')
  rmSync(join(folder, 'SHA256SUMS'))
})

const file = (path: string, sum: string, bytes = 1) => ({ path, sum, bytes })

test('two builds differ in what has other bytes, and in what is in one alone', () => {
  const one = [file('page', 'a'), file('types', 'b'), file('old', 'c')]
  const other = [file('types', 'B'), file('page', 'a'), file('new', 'd')]
  expect(differences(one, other)).toEqual(['new', 'old', 'types'])
  expect(differences(one, one.toReversed())).toEqual([])
})

test('the list of contents has each file with its size', () => {
  expect(contentsOf('a.tgz', [file('package/page', 'a', 1_234), file('package/b', 'b', 5)])).toBe(
    'a.tgz: 2 files, 1239 bytes\n1234  package/page\n   5  package/b\n',
  )
})
