// @vitest-environment node
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeRelease } from '../../../src/build/release/make-release.ts'
import { refusalOf, type Tree } from '../../../src/build/release/refusal.ts'
import { freshCopy, lastCommit } from '../../../src/build/release/tree.ts'
import { filesBelow } from '../../../src/build/release/sums.ts'

const READY: Tree = { version: '1.2.3', changes: '- New.', dirty: [], isThere: false }

test('nothing stands in the way of a clean tree with notes', () => {
  expect(refusalOf(READY)).toBeNull()
})

test.each<[Partial<Tree>, string]>([
  [{ dirty: [' M README.md'] }, 'The tree is not clean: commit README.md, or put that away.'],
  [
    { dirty: ['?? a', '?? b', ' M c', ' D d', ' D e'] },
    'The tree is not clean: commit a, b, c and 2 more, or put that away.',
  ],
  [{ changes: null }, 'CHANGELOG.md says nothing below "## 1.2.3": write what is new in it.'],
  [{ isThere: true }, 'release/1.2.3 is there already: move it away, or raise the version in package.json.'],
])('%j: one sentence that says what to do', (tree, sentence) => {
  expect(refusalOf({ ...READY, ...tree })).toBe(sentence)
})

let root: string
const git = (...args: readonly string[]): void => {
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@attic.example', ...args], { cwd: root })
}
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'setup-plex-tree-'))
  writeFileSync(join(root, 'package.json'), '{ "version": "1.2.3" }')
  writeFileSync(join(root, 'CHANGELOG.md'), '## 1.2.2\n\n- Old.\n')
  writeFileSync(join(root, '.gitignore'), 'release/\n')
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '-m', 'first')
})
afterAll(() => {
  rmSync(root, { recursive: true })
})

const trouble = async (matrix = false): Promise<string> =>
  makeRelease(root, { matrix, benchmarks: false, say: () => undefined }).then(
    () => 'none',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  )

test('a tree that git knows is judged as it is', async () => {
  expect(await trouble()).toContain('says nothing below "## 1.2.3"')
  writeFileSync(join(root, 'CHANGELOG.md'), '## 1.2.3\n\n- New.\n')
  writeFileSync(join(root, 'new.txt'), '')
  expect(await trouble()).toBe('The tree is not clean: commit CHANGELOG.md, new.txt, or put that away.')
  git('add', '.')
  git('commit', '--quiet', '-m', 'second')
  expect(await trouble(true)).toContain('The matrix does not speak for this build: there is no report')
  mkdirSync(join(root, 'release/1.2.3'), { recursive: true })
  expect(await trouble()).toContain('release/1.2.3 is there already')
})

test('a fresh copy has what was committed when it began, and nothing else', async () => {
  writeFileSync(join(root, 'release/left.txt'), 'not of the commit')
  const copy = join(root, 'release/copy of it')
  const { id } = await lastCommit(root)
  // Somebody goes on working meanwhile.
  writeFileSync(join(root, 'later.txt'), '')
  git('add', '.')
  git('commit', '--quiet', '-m', 'third')
  await freshCopy(root, id, copy)
  const paths = (await filesBelow(copy)).map(({ path }) => path)
  expect(paths).toEqual(['.gitignore', 'CHANGELOG.md', 'new.txt', 'package.json'])
})
