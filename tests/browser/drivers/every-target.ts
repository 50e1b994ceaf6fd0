import type { Browser as Puppet, CDPSession, Page } from 'puppeteer-core'

/** What is to be known or set of a page, frame or worker before its first line runs. */
export type Prepare = (session: CDPSession, type: string) => Promise<unknown>

/**
 * Prepares everything that scripts run in, also what pages open themselves: none begins before it is prepared. Puppeteer
 * gives a pop-up away only once it runs. The answer finds the session in which a page was prepared.
 */
export async function prepareEveryTarget(
  puppet: Puppet,
  prepare: Prepare,
): Promise<(page: Page) => Promise<CDPSession>> {
  const sessions = new Map<string, Promise<CDPSession>>()
  const watch = (parent: CDPSession): Promise<void> => {
    parent.on('Target.attachedToTarget', ({ sessionId, targetInfo: { targetId, type } }) => {
      const session = parent.connection()?.session(sessionId)
      if (session === null || session === undefined) return
      // A service worker comes from the browser and from each of its pages.
      const known = sessions.has(targetId)
      const prepared = known ? [] : [prepare(session, type), watch(session)]
      const resumed = session.send('Runtime.runIfWaitingForDebugger')
      const ready = Promise.all([...prepared, resumed]).then(() => session)
      // What is closed by then needs none of it.
      ready.catch(() => undefined)
      if (!known) sessions.set(targetId, ready)
    })
    return parent.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
    })
  }
  await watch(await puppet.target().createCDPSession())
  return async (page) => {
    const asking = await page.createCDPSession()
    const { targetInfo } = await asking.send('Target.getTargetInfo')
    await asking.detach()
    const session = sessions.get(targetInfo.targetId)
    if (session === undefined) throw new Error(`Nothing prepared the page ${targetInfo.url}`)
    return session
  }
}
