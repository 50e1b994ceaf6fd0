// @vitest-environment node
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writePage } from '../../src/cli/write-page.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-page-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

test('writes the page for its owner only, folder and all, and leaves no draft', async () => {
  const file = join(folder, 'dist', 'Setup Plex.html')
  await writePage(file, '<p>äöü</p>')
  expect(readFileSync(file, 'utf8')).toBe('<p>äöü</p>')
  expect(readdirSync(join(folder, 'dist'))).toEqual(['Setup Plex.html'])
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('replaces an older page, its mode included', async () => {
  const file = join(folder, 'Setup Plex.html')
  writeFileSync(file, 'old', { mode: 0o644 })
  await writePage(file, 'new')
  expect(readFileSync(file, 'utf8')).toBe('new')
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('cleans up after itself when the page cannot get its place', async () => {
  const file = join(folder, 'Setup Plex.html')
  mkdirSync(file)
  await expect(writePage(file, 'new')).rejects.toThrow()
  expect(readdirSync(folder)).toEqual(['Setup Plex.html'])
})
