import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>
}
/** What a script calls by `npm run`, at whatever depth. */
function calledBy(name: string): readonly string[] {
  const called = [...(scripts[name] ?? '').matchAll(/npm run ([\w:]+)/g)].map(([, other = '']) => other)
  return called.flatMap((other) => [other, ...calledBy(other)])
}

const QUICK = ['types', 'lint', 'format', 'unit', 'stories']
const SLOW = ['artifact', 'package', 'development', 'browser', 'matrix']

it('"npm run check" is made of the quick checks, each of which can be run alone', () => {
  expect(calledBy('check')).toEqual(expect.arrayContaining(QUICK))
  expect(calledBy('check')).toEqual(expect.not.arrayContaining(SLOW))
})

it('"npm test" is made of all checks, each of which can be run alone', () => {
  expect(calledBy('test')).toEqual(expect.arrayContaining([...QUICK, ...SLOW]))
})

it('every part of the tests that the configuration names has its script', () => {
  const projects = [...readFileSync('vite.config.ts', 'utf8').matchAll(/name: '(\w+)'/g)].map(
    ([, name = '']) => name,
  )
  expect(projects.length).toBeGreaterThan(0)
  for (const project of projects) expect(scripts[project]).toContain(`vitest run --project ${project}`)
})

it('scripts call only scripts that there are', () => {
  const called = Object.keys(scripts).flatMap(calledBy)
  expect(called.filter((name) => scripts[name] === undefined)).toEqual([])
})

it('"npm run test:watch" stays and runs what is quick anew', () => {
  expect(scripts['test:watch']).toBe('vitest --project unit --project stories')
})
