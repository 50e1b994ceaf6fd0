import type { CDPSession, Frame, Page } from 'puppeteer-core'
import type { Tab } from './engine.ts'
import { puppetTab } from './puppet-tab.ts'

/** What people set on their device, and pages can follow. */
export type Wishes = {
  readonly colours?: 'light' | 'dark'
  /** A few colours that the person chose, instead of any page's own. */
  readonly forcedColours?: boolean
  readonly lessMotion?: boolean
}

export interface ChromiumTab extends Tab {
  /** Sets what the device wishes for; what is left out goes back to how tabs open. */
  wish(wishes: Wishes): Promise<void>
  /** The page in this page's first frame: keys, size and pictures are the tab's, the rest is the frame's. */
  inside(): Promise<ChromiumTab>
}

/** What each tab of a browser has from the start. */
type Usual = {
  readonly colours: 'light' | 'dark'
  readonly sharpness: number
  /** How long it waits for what is to be pressed or filled in. */
  readonly patienceMs: number
}

const AN_ATTEMPT_MS = 1_000

/** A tab in which only that is pressed and filled in which a person could; it waits until then. */
export function chromiumTab(
  page: Page,
  session: CDPSession,
  usual: Usual,
  frame: () => Frame = () => page.mainFrame(),
): ChromiumTab {
  const reachable = (selector: string) =>
    frame().locator(selector).setTimeout(usual.patienceMs).filter(isOnTop)
  // An element that is replaced while it is waited for is looked for anew.
  const press = async (selector: string): Promise<void> => {
    const deadline = performance.now() + usual.patienceMs
    for (;;) {
      try {
        return await reachable(selector).setTimeout(Math.min(usual.patienceMs, AN_ATTEMPT_MS)).click()
      } catch (error) {
        if (performance.now() >= deadline) throw error
      }
    }
  }
  const because = (what: string) => (cause: unknown) => {
    throw new Error(`${what}, within ${usual.patienceMs} ms`, { cause })
  }
  return {
    ...puppetTab(page, frame),
    click: (selector) => press(selector).catch(because(`Nothing to click: ${selector}`)),
    type: (selector, text) =>
      reachable(selector)
        .filter((field) => !(field as HTMLInputElement).readOnly)
        .fill(text)
        .catch(because(`Nothing to fill in: ${selector}`)),
    size: (width, height) => page.setViewport({ width, height, deviceScaleFactor: usual.sharpness }),
    wish: (wishes) => setWishes(session, { colours: usual.colours, ...wishes }),
    inside: () => {
      const [inner] = frame().childFrames()
      return inner === undefined
        ? Promise.reject(new Error('There is no frame in this page'))
        : Promise.resolve(chromiumTab(page, session, usual, () => inner))
    },
  }
}

export async function setWishes(
  session: CDPSession,
  { colours = 'light', forcedColours = false, lessMotion = false }: Wishes,
): Promise<void> {
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: colours },
      { name: 'forced-colors', value: forcedColours ? 'active' : 'none' },
      { name: 'prefers-reduced-motion', value: lessMotion ? 'reduce' : 'no-preference' },
    ],
  })
}

/**
 * Would a press in the middle of it be a press on it? Puppeteer presses there, whatever lies above. Runs in the page.
 */
function isOnTop(element: Element): boolean {
  for (const scrolls of [false, true]) {
    if (scrolls) element.scrollIntoView({ block: 'center', behavior: 'instant' })
    const [box] = element.getClientRects()
    if (box === undefined) return false
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    // What is out of view has nothing on top.
    if (top !== null) return element.contains(top) || top.closest('label')?.control === element
  }
  return false
}
