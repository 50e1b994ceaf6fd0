import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Looks, Tab } from './engine.ts'
import { freePort } from '../network/free-port.ts'
import { openSession, type Session } from './web-driver.ts'

const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser'
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
const KEYS: Readonly<Record<string, string>> = {
  Enter: '\uE007',
  Tab: '\uE004',
  Space: ' ',
  Escape: '\uE00C',
}

type Start = (program: string, args: readonly string[], env?: NodeJS.ProcessEnv) => ChildProcess

/** Starts a display that nobody else has, and gives its name: the server picks the number and tells it. */
async function startDisplay(start: Start): Promise<string> {
  for (let tries = 0; tries < 10; tries++) {
    const xvfb = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'])
    const told = xvfb.stdio[3]
    if (told === null || told === undefined) throw new Error('Xvfb has no channel to tell its number')
    const number = await Promise.race([
      once(told, 'data').then(([bytes]: Buffer[]) => String(bytes).trim()),
      // Two that start at the same moment may pick the same number; one of them then ends without a word.
      once(xvfb, 'exit').then(() => null),
    ])
    if (number !== null) return `:${number}`
  }
  throw new Error('Xvfb found no display of its own in ten tries')
}

/** WebKitGTK in its MiniBrowser, on a display of its own with a window manager: windows can be hidden by others. */
export async function openWebkit({ language = 'en-GB' }: Looks = {}): Promise<Browser> {
  const home = await mkdtemp(join(tmpdir(), 'setup-plex-webkit-'))
  const running: ChildProcess[] = []
  const start: Start = (program, args, env = {}) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        HOME: home,
        XDG_RUNTIME_DIR: home,
        // Drawing through shared graphics memory takes four times the processor where there is no graphics card.
        WEBKIT_DISABLE_DMABUF_RENDERER: '1',
        LANGUAGE: language.replace('-', '_'),
        ...env,
      },
    })
    running.push(child)
    return child
  }
  const display = await startDisplay(start)
  start('openbox', [], { DISPLAY: display })
  const port = await freePort()
  start('WebKitWebDriver', [`--port=${port}`], { DISPLAY: display })
  const session = await openSession(port, {
    alwaysMatch: { 'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] } },
  })

  const tabs = new Map<string, Tab>()
  const tabOf = (handle: string): Tab => {
    const known = tabs.get(handle) ?? asTab(session, handle)
    tabs.set(handle, known)
    return known
  }
  const [blank = ''] = await session.command<string[]>('GET', '/window/handles')
  return {
    name: 'webkit',
    open: async (url) => {
      // A driver whose current window was closed opens no other.
      await session.command('POST', '/window', { handle: blank })
      const { handle } = await session.command<{ handle: string }>('POST', '/window/new', { type: 'window' })
      const tab = tabOf(handle)
      await tab.goTo(url)
      return tab
    },
    tabs: async () => {
      const handles = await session.command<string[]>('GET', '/window/handles')
      return handles.filter((handle) => handle !== blank).map(tabOf)
    },
    requests: () => [],
    close: async () => {
      await session.end().catch(() => undefined)
      for (const child of running.reverse()) child.kill()
      await writeFile(join(home, 'closed'), '')
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function asTab(session: Session, handle: string): Tab {
  // Commands go to one current window; each tab's come one after another, the window first.
  const inWindow = async <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(async () => {
      await session.command('POST', '/window', { handle })
      return work()
    })
    queue = turn.catch(() => undefined)
    return turn
  }
  const find = async (selector: string): Promise<string> => {
    const found = await session.command<Record<string, string>>('POST', '/element', {
      using: 'css selector',
      value: selector,
    })
    return found[ELEMENT] ?? ''
  }
  const run = <T>(script: string): Promise<T> =>
    session.command<T>('POST', '/execute/sync', { script, args: [] })
  return {
    goTo: (url) => inWindow(() => session.command('POST', '/url', { url })),
    reload: () => inWindow(() => session.command('POST', '/refresh')),
    url: () => inWindow(() => run<string>('return location.href')),
    click: (selector) =>
      inWindow(async () => session.command('POST', `/element/${await find(selector)}/click`)),
    type: (selector, text) =>
      inWindow(async () => {
        const element = await find(selector)
        await session.command('POST', `/element/${element}/clear`)
        await session.command('POST', `/element/${element}/value`, { text })
      }),
    press: (key) =>
      inWindow(async () => {
        const value = KEYS[key] ?? key
        await session.command('POST', '/actions', {
          actions: [
            {
              type: 'key',
              id: 'keyboard',
              actions: [
                { type: 'keyDown', value },
                { type: 'keyUp', value },
              ],
            },
          ],
        })
      }),
    read: (expression) => inWindow(() => run(`return (${expression})`)),
    run: (script) => inWindow(() => run(script)),
    // Windows stay visible behind others; minimizing is what hides them, and a switch brings them back.
    show: () =>
      inWindow(async () => {
        for (const other of await session.command<string[]>('GET', '/window/handles')) {
          if (other === handle) continue
          await session.command('POST', '/window', { handle: other })
          await session.command('POST', '/window/minimize')
        }
        await session.command('POST', '/window', { handle })
        await session.command('POST', '/window/rect', { width: 800, height: 900 })
      }),
    size: (width, height) => inWindow(() => session.command('POST', '/window/rect', { width, height })),
    screenshot: (file) =>
      inWindow(async () => {
        const png = await session.command<string>('GET', '/screenshot')
        await writeFile(file, Buffer.from(png, 'base64'))
      }),
    close: () => inWindow(() => session.command('DELETE', '/window')),
  }
}

let queue: Promise<unknown> = Promise.resolve()
