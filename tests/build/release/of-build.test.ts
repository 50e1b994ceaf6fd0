import { expect, test } from 'vitest'
import { faultOf, pageLine, pageSumIn, parseReport, reportHead } from '../../../src/build/release/of-build.ts'
import { sumOf } from '../../../src/build/release/sums.ts'

const PAGE = '<!doctype html>'
const SUM = sumOf(PAGE)
const report = (head: string) =>
  parseReport(`# Faults and journeys, in 12.0 minutes\n\n${head}\n\n| row | way in |\n`)
const RUN = { page: PAGE, limits: [], passed: 612, failed: 0 }

test('what a report says about its build is read back', () => {
  expect(report(reportHead(RUN))).toEqual({ pageSum: SUM, isWhole: true, passed: 612, failed: 0 })
  expect(report(reportHead({ ...RUN, limits: ['--engine', 'webkit'], passed: 7, failed: 2 }))).toEqual({
    pageSum: SUM,
    isWhole: false,
    passed: 7,
    failed: 2,
  })
})

test('a text without a page names none', () => {
  expect(report('')).toBeNull()
  expect(report('Everything was run. 3 passed, 0 failed.')).toBeNull()
  expect(report(pageLine(PAGE))).toBeNull()
  expect(pageSumIn(`${pageLine(PAGE)}\n\n| engine |`)).toBe(SUM)
  expect(pageSumIn('Page: sha256 `abc`')).toBeNull()
})

test('a report speaks only for the page that it is of, whole and without failures', () => {
  expect(faultOf(report(reportHead(RUN)), SUM)).toBeNull()
  expect(faultOf(null, SUM)).toContain('no report')
  expect(faultOf(report(reportHead({ ...RUN, page: 'other' })), SUM)).toContain('of another page')
  expect(faultOf(report(reportHead({ ...RUN, limits: ['--quick'] })), SUM)).toContain('a part')
  expect(faultOf(report(reportHead({ ...RUN, failed: 3 })), SUM)).toContain('3 of its cells failed')
})
