// @vitest-environment node
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { rowsOf, textOf } from '../build/documents.ts'
import { builtPage, type BuiltPage } from './page/built-page.ts'
import { drawPlan } from './plan/draw-plan.ts'
import { shrunk } from './plan/shrink.ts'
import { PLANTED } from './planted/planted.ts'
import {
  endPromises,
  leavePromises,
  OTHER_PROMISES,
  questionPromises,
  sightPromises,
} from './promises/promises.ts'
import { xmlParser } from './run/prepare.ts'
import { whatGrew, type Kept } from './world/left-open.ts'
import { live } from './world/live.ts'
import { newSlots } from './world/slots.ts'

const DOCUMENT = rowsOf(textOf('docs/simulation.md')).map(([name = '']) => name)

describe('an evening', () => {
  let page: BuiltPage
  beforeAll(async () => {
    page = await builtPage()
  }, 120_000)

  it('is the same for the same seed, whatever was lived before', async () => {
    const seeds = [3, 11, 46, 20]
    const slots = newSlots(page, xmlParser())
    const first: unknown[] = []
    for (const seed of seeds) first.push((await live(drawPlan(seed), slots)).story)
    const again: unknown[] = []
    for (const seed of seeds.toReversed()) again.unshift((await live(drawPlan(seed), slots)).story)
    const alone = await live(drawPlan(46), newSlots(page, xmlParser()))
    expect(again).toEqual(first)
    expect(alone.story).toEqual(first[2])
    expect(alone.story.length).toBeGreaterThan(3)
  }, 120_000)
})

it('what fails is shrunk to what makes it fail', async () => {
  const plan = drawPlan(213)
  const steps = plan.steps.slice(0, 2)
  const needed = steps[1]
  expect(needed).toBeDefined()
  const small = await shrunk({ ...plan, steps }, (smaller) =>
    Promise.resolve(smaller.steps.some((step) => step === needed)),
  )
  expect(small).toMatchObject({ steps: [needed], look: 'app', routers: [], elsewhere: 'refused' })
  expect(small.hosts).toHaveLength(1)
})

describe('a page that is left open', () => {
  const before: Kept = {
    timers: 9,
    listeners: 8,
    characters: 900,
    heapKb: 9_000,
    questions: 100,
    drawings: 400,
  }
  const well: Kept = { ...before, questions: 340, drawings: 1_360 }

  it('is well where nothing grows, and it is drawn once a second and once for each answer', () => {
    expect(whatGrew(before, well)).toBeNull()
  })

  it.each<[Partial<Kept>, RegExp]>([
    [{ timers: 11 }, /Timers grow/],
    [{ listeners: 9 }, /Listeners grow/],
    [{ characters: 1_200 }, /addresses grows by 300/],
    [{ heapKb: 11_000 }, /heap grows by 2000/],
    [{ drawings: 1_700 }, /drawn 1300 times for 240 questions/],
  ])('tells what grew: %o', (more, sentence) => {
    expect(whatGrew(before, { ...well, ...more })).toMatch(sentence)
  })
})

it('the document names every promise', () => {
  const promises = [sightPromises, questionPromises, leavePromises, endPromises].flatMap((each) =>
    Object.keys(each),
  )
  expect(DOCUMENT).toEqual(expect.arrayContaining([...promises, ...OTHER_PROMISES]))
})

describe.each(PLANTED)('$name', ({ name, file, text }) => {
  it('has one place where it can be planted, and is in the document with the seed that finds it', () => {
    const source = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
    expect(source.split(text)).toHaveLength(2)
    expect(DOCUMENT).toContain(name)
  })
})
