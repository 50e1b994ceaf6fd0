import { inject, type TestContext } from 'vitest'
import { NotHere } from '../../../src/build/from-npm.ts'
import { startHost, type PretendHost } from '../../../src/mocks/http-host.ts'
import type { OldEngine } from './engines.ts'
import { openOldChromium, type OldLooks } from './old-chromium.ts'
import type { OldTab } from './old-tab.ts'
import { programOf } from './program.ts'
import { onDisk, served, stampedPage, type Stamped } from './stamped.ts'

export const MACHINE = 'c0ffee0123456789abcdef0123456789abcdef01'

export type Scene = {
  /** An unclaimed server, also at `elsewhere`. */
  readonly host: PretendHost
  readonly elsewhere: string
  /** Opens the page that a server with these addresses wrote. */
  open(addresses: readonly string[], way?: OldEngine['way'], more?: Stamped): Promise<OldTab>
}

/** Plays a scene in an old engine. Where that can't be had, the test is not run, and says so. */
export async function play(
  engine: OldEngine,
  context: TestContext,
  act: (scene: Scene) => Promise<void>,
  looks: OldLooks = {},
): Promise<void> {
  const program = await programOf(engine).catch((error: unknown) => {
    if (error instanceof NotHere) return error
    throw error
  })
  if (program instanceof NotHere) {
    process.stderr.write(`Chromium ${engine.version}: not run, because ${program.message}\n`)
    return context.skip(program.message)
  }
  const undo: (() => Promise<unknown>)[] = []
  try {
    const host = await startHost({ behaviour: 'unclaimed', machineIdentifier: MACHINE })
    undo.push(host.stop)
    const elsewhere = '192.168.50.37:32400'
    const browser = await openOldChromium(program, { [elsewhere]: `127.0.0.1:${host.port}` }, looks)
    undo.push(browser.close)
    await act({
      host,
      elsewhere,
      open: async (addresses, way = engine.way, more = {}) => {
        const html = await stampedPage(inject('demoPage'), MACHINE, addresses, more)
        const page = await (way === 'file' ? onDisk(html) : served(html))
        undo.push(page.remove)
        return browser.open(page.url)
      },
    })
  } finally {
    for (const each of undo.reverse()) await each()
  }
}
