import { setTimeout as pause } from 'node:timers/promises'
import { connectTo } from './devtools.ts'

export type OldTab = {
  goTo(url: string): Promise<void>
  /** The JSON value of an expression, or of what it promises. */
  read<T>(expression: string): Promise<T>
  click(selector: string): Promise<void>
  /** Puts the text into a field and presses Enter. */
  enter(selector: string, text: string): Promise<void>
  /** A key of a keyboard or a remote control, by its name; a character is typed. */
  press(key: string): Promise<void>
  /** Waits until an expression gives this; fails with what it gave instead. */
  until(expression: string, value: unknown, withinMs?: number): Promise<void>
  /** What scripts threw and what was written to the console as an error. */
  complaints(): readonly string[]
  screenshot(): Promise<Buffer>
}

/** Their numbers, by which engines of those years know them. */
const NUMBERS: Readonly<Record<string, number>> = {
  Backspace: 8,
  Enter: 13,
  Escape: 27,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
}

type Evaluated = {
  readonly result: { readonly value?: unknown }
  readonly exceptionDetails?: {
    readonly text: string
    readonly exception?: { readonly description?: string }
  }
}
type Point = { readonly x: number; readonly y: number }

export async function openTab(endpoint: string): Promise<OldTab> {
  const complaints: string[] = []
  const page = await connectTo(endpoint, ({ method, params }) => {
    if (method === 'Runtime.exceptionThrown')
      complaints.push(
        wordsOf((params as { exceptionDetails: Evaluated['exceptionDetails'] }).exceptionDetails),
      )
    if (method === 'Runtime.consoleAPICalled' && (params as { type: string }).type === 'error')
      complaints.push(JSON.stringify((params as { args: unknown }).args))
  })
  for (const domain of ['Runtime', 'Page']) await page.ask(`${domain}.enable`)

  const read = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await page.ask<Evaluated>('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    })
    if (exceptionDetails !== undefined) throw new Error(`${expression}: ${wordsOf(exceptionDetails)}`)
    return result.value as T
  }
  const click = async (selector: string): Promise<void> => {
    const at = await read<Point | null>(`(() => {
      const element = document.querySelector(${JSON.stringify(selector)})
      if (element === null) return null
      element.scrollIntoView({ block: 'center' })
      const { left, top, width, height } = element.getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    })()`)
    if (at === null) throw new Error(`Nothing to click: ${selector}`)
    for (const type of ['mousePressed', 'mouseReleased'])
      await page.ask('Input.dispatchMouseEvent', { type, ...at, button: 'left', clickCount: 1 })
  }
  const press = async (key: string): Promise<void> => {
    const number = NUMBERS[key]
    if (number === undefined) return page.ask('Input.dispatchKeyEvent', { type: 'char', text: key })
    const named = { key, code: key, windowsVirtualKeyCode: number }
    const down = key === 'Enter' ? { type: 'keyDown', text: '\r' } : { type: 'rawKeyDown' }
    await page.ask('Input.dispatchKeyEvent', { ...down, ...named })
    await page.ask('Input.dispatchKeyEvent', { type: 'keyUp', ...named })
  }
  return {
    goTo: async (url) => void (await page.ask('Page.navigate', { url })),
    read,
    click,
    enter: async (selector, text) => {
      await click(selector)
      await read('document.activeElement.select()')
      for (const key of [...text, 'Enter']) await press(key)
    },
    press,
    until: async (expression, value, withinMs = 10_000) => {
      const deadline = performance.now() + withinMs
      for (;;) {
        // In the middle of a navigation there is nothing to read.
        const found = await read(expression).catch((error: unknown) => String(error))
        if (found === value) return
        if (performance.now() > deadline)
          throw new Error(
            `Not within ${withinMs} ms: ${expression} is ${JSON.stringify(value)}. It is ${JSON.stringify(found)}. Said: ${complaints.join('; ')}`,
          )
        await pause(100)
      }
    },
    complaints: () => complaints,
    screenshot: async () =>
      Buffer.from((await page.ask<{ data: string }>('Page.captureScreenshot')).data, 'base64'),
  }
}

function wordsOf(details: Evaluated['exceptionDetails']): string {
  return details?.exception?.description ?? details?.text ?? 'nothing'
}
