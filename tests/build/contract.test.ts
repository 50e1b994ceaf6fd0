import { describe, expect, it } from 'vitest'
import { CAUSE_CODES } from '../../src/diagnosis/cause.ts'
import { ANSWER_UP_TO_BYTES, ANSWER_WITHIN_MS } from '../../src/lib/http.ts'
import { TOPICS } from '../../src/routes/topics.ts'
import { EMPTY_ELEMENT, LONGEST_STAMP } from '../../src/stamp/format.ts'
import { parseStamp } from '../../src/stamp/read-stamp.ts'
import { STAGE_OF, type StageName } from '../../src/wizard/screen/screen.ts'
import { blocksOf, filesIn, rowsOf, sectionOf, spansOf, textOf } from './documents.ts'

const CONTRACT = textOf('docs/contract.md')
const SOURCES = filesIn('src').filter((file) => /\.tsx?$/.test(file))
const STAGES = {
  looking: true,
  choosing: true,
  missing: true,
  blocked: true,
  unreadable: true,
  stranger: true,
  starting: true,
  unclaimed: true,
  confirming: true,
  claimed: true,
  crashed: true,
} satisfies Record<StageName | 'crashed', true>

/** The first cell of each row, which names something in code. */
function namesIn(text: string): readonly string[] {
  return rowsOf(text).map(([name = '']) => name.replaceAll('`', ''))
}

describe('docs/contract.md', () => {
  const automation = sectionOf(CONTRACT, '4. What automation can rely on')
  const [stages = '', screens = '', actions = '', routes = ''] = automation.split(
    /\n(?=`data-screen` beside|What can be pressed|Routes:)/,
  )

  it('names the stages that there are', () => {
    expect(namesIn(stages)).toEqual(Object.keys(STAGES))
  })

  it('names the screens that there are, and the stage of each', () => {
    const named = rowsOf(screens).map((cells) => cells.map((cell) => cell.replaceAll('`', '')))
    expect(named).toEqual(Object.entries(STAGE_OF))
  })

  it('names only what can be pressed or typed into', () => {
    const sources = SOURCES.map(textOf).join('\n')
    expect(namesIn(actions).length).toBeGreaterThan(5)
    for (const name of namesIn(actions)) expect(sources).toMatch(new RegExp(`ction="${name}"`))
    for (const name of ['address', 'code']) {
      expect(actions).toContain(`input[name=${name}]`)
      expect(sources).toMatch(new RegExp(`name(="|: ')${name}['"]`))
    }
  })

  it('names the routes that there are', () => {
    expect(namesIn(routes)).toEqual(['#/', '#/?at=<origin>', '#/open', '#/help/<topic>'])
    const topics = rowsOf(routes).find(([route]) => route === '`#/help/<topic>`')
    expect(spansOf(topics?.[1] ?? '')).toEqual(TOPICS)
  })

  it('shows the stamp as the page reads it', () => {
    const [element, example] = blocksOf(sectionOf(CONTRACT, '2. The stamp'))
    expect(element?.lines).toEqual([EMPTY_ELEMENT])
    const stamp = parseStamp(example?.lines.join('\n'))
    expect(stamp.broken).toBe(false)
    const { broken: _broken, addresses, ...rest } = stamp
    expect(addresses).toHaveLength(2)
    expect(Object.entries(rest).filter(([, value]) => value === null)).toEqual([])
    expect(CONTRACT).toContain(`${LONGEST_STAMP.toLocaleString('en')} UTF-16 code units`)
  })

  it('gives an answer the time and the room that the page gives it', () => {
    expect(sectionOf(CONTRACT, '5. Time')).toContain(
      `read for ${ANSWER_WITHIN_MS / 1_000} s and up to ${ANSWER_UP_TO_BYTES / 1_024} kB`,
    )
  })

  it('says of each section which tests show it', () => {
    for (const heading of ['1. The file', '2. The stamp', '3. Where people are sent', '5. Time'])
      expect(sectionOf(CONTRACT, heading)).toMatch(/^Shown by `tests\//m)
    expect(automation).toMatch(/^Shown by `tests\//m)
  })
})

it('docs/verdict.md names the causes in their order', () => {
  expect(namesIn(textOf('docs/verdict.md'))).toEqual(Object.values(CAUSE_CODES))
})
