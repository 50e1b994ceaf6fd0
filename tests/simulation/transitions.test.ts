import { describe, expect, it } from 'vitest'
import { namedBy, TRANSITIONS, wrongLists } from './world/transitions.ts'
import { CANNOT_BE, TOO_RARE } from './world/unreached.ts'

const impossible = namedBy(CANNOT_BE)
const rare = namedBy(TOO_RARE)
const everything = Object.fromEntries(TRANSITIONS.map((each) => [each, 1]))
const allThatCanBe = Object.fromEntries(
  TRANSITIONS.filter((each) => !impossible.has(each)).map((each) => [each, 1]),
)

describe('the lists of what two thousand evenings do not reach', () => {
  it('name no transition in both', () => {
    expect([...impossible].filter((each) => rare.has(each))).toEqual([])
  })

  it.each([...CANNOT_BE, ...TOO_RARE])('say why in a sentence: $because', ({ from, to, because }) => {
    expect(because).toMatch(/^[A-Z"].{20,}\.$/s)
    expect(TRANSITIONS).toEqual(expect.arrayContaining([...namedBy([{ from, to, because }])]))
  })

  it('are true where all is reached that can be', () => {
    expect(wrongLists(allThatCanBe, 2_000)).toEqual([])
  })

  it('are wrong where something is reached that they say can not be', () => {
    expect(wrongLists(everything, 1)).toHaveLength(impossible.size)
  })

  it('are wrong where enough evenings do not reach something that they do not name', () => {
    const [some = ''] = Object.keys(allThatCanBe).filter((each) => !rare.has(each as never))
    const { [some]: _left, ...others } = allThatCanBe
    expect(wrongLists(others, 1_999)).toEqual([])
    expect(wrongLists(others, 2_000)).toEqual([`"${some}" was not reached, and nothing says why`])
  })
})
