import { setTimeout as pause } from 'node:timers/promises'
import { TargetType, type CDPSession } from 'puppeteer-core'
import { chromiumOptions } from '../drivers/chromium-options.ts'
import { startProgram } from '../drivers/puppet-program.ts'
import { rulesPastStrangers } from '../network/hosts.ts'
import { ON_LOOPBACK } from '../network/places.ts'
import { descendants, ownMemoryKb, processorMs } from './processes.ts'
import type { Sitting } from './sitting.ts'

const PATIENCE_MS = 30_000
/** What a question under way holds, and what only weak references hold, is not what the page keeps: the least counts. */
const COLLECTIONS = 4
const BETWEEN_COLLECTIONS_MS = 400

/**
 * Beside Puppeteer's own pages, which have the browser keep every answer for whoever looks at the network: that memory
 * would be taken for the page's.
 */
export async function sitInChromium(url: string): Promise<Sitting> {
  const { puppet, close } = await startProgram(
    'chromium',
    chromiumOptions('en-GB', ON_LOOPBACK ? rulesPastStrangers() : null),
  )
  const browser = await puppet.target().createCDPSession()
  const { targetId } = await browser.send('Target.createTarget', { url })
  const target = await puppet.waitForTarget((each) => each.url() === url, { timeout: PATIENCE_MS })
  const page = await target.createCDPSession()
  await page.send('Performance.enable')
  await browser.send('Target.activateTarget', { targetId })
  const metrics = async (): Promise<(name: string) => number> => {
    const all = new Map(
      (await page.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]),
    )
    return (name) => {
      const value = all.get(name)
      if (value === undefined) throw new Error(`This Chromium does not tell ${name}`)
      return value
    }
  }
  /** Collecting takes time that is none of the page's. */
  let collectedMs = 0
  return {
    read: async <T>(expression: string) => (await evaluate(page, expression)) as T,
    pressAndReturn: async (selector) => {
      await evaluate(page, `document.querySelector(${JSON.stringify(selector)}).click()`)
      const opened = await puppet.waitForTarget(
        (each) => each.type() === TargetType.PAGE && each.opener() === target,
        { timeout: PATIENCE_MS },
      )
      const { targetInfos } = await browser.send('Target.getTargets')
      for (const { targetId: id, openerId, url: at } of targetInfos)
        if (openerId === targetId || at === opened.url())
          await browser.send('Target.closeTarget', { targetId: id })
      await browser.send('Target.activateTarget', { targetId })
    },
    figures: async () => {
      let heapBytes = Infinity
      for (let times = 0; times < COLLECTIONS; times += 1) {
        const before = await metrics()
        await page.send('HeapProfiler.collectGarbage')
        const { usedSize } = await page.send('Runtime.getHeapUsage')
        collectedMs += ((await metrics())('ProcessTime') - before('ProcessTime')) * 1_000
        heapBytes = Math.min(heapBytes, usedSize)
        await pause(BETWEEN_COLLECTIONS_MS)
      }
      const now = await metrics()
      const tookMs = now('ProcessTime') * 1_000
      return {
        processorMs: tookMs - collectedMs,
        heapBytes,
        nodes: now('Nodes'),
        listeners: now('JSEventListeners'),
        memoryKb: ownMemoryKb(rendererThatTook(tookMs)),
      }
    },
    end: close,
  }
}

/** Chromium tells nobody which process a page is in; it is the one that has taken so much of the processor. */
function rendererThatTook(ms: number): number {
  const off = (pid: number): number => Math.abs(processorMs(pid) - ms)
  const [nearest] = descendants()
    .filter(({ line }) => line.includes('--type=renderer'))
    .map(({ pid }) => pid)
    .sort((one, other) => off(one) - off(other))
  if (nearest === undefined) throw new Error('Chromium has no process for pages')
  return nearest
}

async function evaluate(page: CDPSession, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await page.send('Runtime.evaluate', {
    expression,
    returnByValue: true,
    awaitPromise: true,
    userGesture: true,
  })
  if (exceptionDetails !== undefined)
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value
}
