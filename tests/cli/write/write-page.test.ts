// @vitest-environment node
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writePage } from '../../../src/cli/write/write-page.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-page-'))
  file = join(folder, 'Setup Plex.html')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

test('writes the page for its owner only, and leaves no draft', async () => {
  await writePage(file, '<p>äöü</p>')
  expect(readFileSync(file, 'utf8')).toBe('<p>äöü</p>')
  expect(readdirSync(folder)).toEqual(['Setup Plex.html'])
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('replaces an older page, its mode included', async () => {
  writeFileSync(file, 'old', { mode: 0o644 })
  await writePage(file, 'new')
  expect(readFileSync(file, 'utf8')).toBe('new')
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('replaces a link and leaves what it led to alone', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'outside-'))
  try {
    const target = join(outside, 'precious')
    writeFileSync(target, 'precious')
    symlinkSync(target, file)
    await writePage(file, 'new')
    expect(lstatSync(file).isFile()).toBe(true)
    expect(readFileSync(target, 'utf8')).toBe('precious')
    expect(readdirSync(outside)).toEqual(['precious'])
  } finally {
    rmSync(outside, { recursive: true })
  }
})

test('cleans up after itself when the page cannot get its place', async () => {
  mkdirSync(file)
  await expect(writePage(file, 'new')).rejects.toThrow()
  expect(readdirSync(folder)).toEqual(['Setup Plex.html'])
})

test('makes no folder', async () => {
  await expect(writePage(join(folder, 'typo', 'Setup Plex.html'), 'new')).rejects.toThrow(/ENOENT/)
  expect(readdirSync(folder)).toEqual([])
})

test('clears away what was left behind, and nothing that may be in use or is not its own', async () => {
  const names = ['.Setup Plex.html.0123456789ab', '.Setup Plex.html.backup', '.Setup Plex.html.fedcba987654']
  for (const name of names) writeFileSync(join(folder, name), 'half')
  const longAgo = new Date(Date.now() - 11_000)
  for (const name of names.slice(0, 2)) utimesSync(join(folder, name), longAgo, longAgo)
  await writePage(file, 'new')
  expect(readdirSync(folder).toSorted()).toEqual([...names.slice(1), 'Setup Plex.html'])
})
