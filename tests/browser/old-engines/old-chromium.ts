import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { connectTo } from './devtools.ts'
import { pointingBy, type Pointing } from '../network/pointing.ts'
import { openTab, type OldTab } from './old-tab.ts'

export type OldChromium = {
  open(url: string): Promise<OldTab>
  close(): Promise<void>
}

/** How a person has it before them. */
export type OldLooks = {
  readonly pointing?: Pointing
  readonly size?: readonly [width: number, height: number]
}

/** The page asks these ports by itself, and who listens there is no business of the tests. */
const ASKED_BY_ITSELF = [32400, 8888, 32399]

/**
 * Starts an old Chromium that reaches 127.0.0.1 and nobody else. `hosts` are addresses that are others for it, such as
 * `192.168.50.37:32400`.
 */
export async function openOldChromium(
  program: string,
  hosts: Readonly<Record<string, string>> = {},
  { pointing = 'mouse', size = [800, 900] }: OldLooks = {},
): Promise<OldChromium> {
  const profile = await mkdtemp(join(tmpdir(), 'setup-plex-old-chromium-'))
  const rules = [
    ...Object.entries(hosts),
    ...ASKED_BY_ITSELF.map((port) => [`*:${port}`, '~NOTFOUND'] as const),
    ['127.0.0.1', '127.0.0.1'] as const,
    ['*', '~NOTFOUND'] as const,
  ]
  const child = spawn(
    program,
    [
      '--headless',
      // They come without the helper that a sandbox needs.
      '--no-sandbox',
      '--disable-gpu',
      `--window-size=${size.join(',')}`,
      pointingBy(pointing),
      '--lang=en-GB',
      // Chromium 67 has no pipe.
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      `--host-resolver-rules=${rules.map(([host, real]) => `MAP ${host} ${real}`).join(',')}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const gone = once(child, 'exit')
  const endpoint = await Promise.race([endpointIn(child.stderr), gone.then(() => null)])
  if (endpoint === null) throw new Error(`${program} ended before it was up`)
  const browser = await connectTo(endpoint)
  return {
    open: async (url) => {
      const { targetId } = await browser.ask<{ targetId: string }>('Target.createTarget', {
        url: 'about:blank',
      })
      const tab = await openTab(new URL(`/devtools/page/${targetId}`, endpoint).href)
      await tab.goTo(url)
      return tab
    },
    close: async () => {
      browser.close()
      child.kill('SIGKILL')
      await gone
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** It tells the address on its standard error, among other things. */
async function endpointIn(output: NodeJS.ReadableStream): Promise<string | null> {
  return new Promise((resolve) => {
    const lines = createInterface(output)
    lines.on('line', (line) => {
      const [, endpoint] = /^DevTools listening on (ws:.*)$/.exec(line) ?? []
      if (endpoint !== undefined) resolve(endpoint)
    })
    lines.on('close', () => resolve(null))
  })
}
