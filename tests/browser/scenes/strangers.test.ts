import { afterAll, beforeAll, expect, it } from 'vitest'
import { startHost } from '../../../src/mocks/http-host.ts'
import { openChromium, type Chromium } from '../drivers/chromium.ts'
import { until } from '../drivers/people.ts'
import { SceneMaker } from './scene-maker.ts'
import { strangersAtUsualPorts } from '../network/strangers.ts'

let browser: Chromium

beforeAll(async () => {
  browser = await openChromium()
})
afterAll(() => browser.close())

/** Does anybody answer there, in whatever way? */
const answers = (origin: string): string =>
  `fetch('${origin}/identity', { mode: 'no-cors' }).then(() => true, () => false)`

it('the browser reaches the hosts of the tests, and no media server or tunnel of this computer', async () => {
  const strangers = await strangersAtUsualPorts('server')
  const host = await startHost({ behaviour: 'unclaimed' })
  const maker = new SceneMaker(browser)
  try {
    const tab = await maker.open([], { server: { machineIdentifier: undefined } })
    await until(tab, 'missing')
    expect(await tab.run(answers(host.origin))).toBe(true)
    for (const name of ['127.0.0.1', 'localhost', '[::1]'])
      for (const port of [32400, 8888]) expect(await tab.run(answers(`http://${name}:${port}`))).toBe(false)
  } finally {
    await maker.clearAway()
    await Promise.all([host.stop(), strangers.stop()])
  }
})
