import { expect, test } from 'vitest'
import { similarOrder } from '../../src/build/similar-order.ts'

test('what is alike stands together, each text once, and always in the same order', () => {
  const texts = ['Your server is claimed', 'Open it', 'My server is claimed', 'Open it again', 'x', '']
  const order = similarOrder(texts)
  expect(order).toEqual([0, 2, 1, 3, 4, 5])
  expect(similarOrder([])).toEqual([])
})
