import { fireEvent } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { listenToRemote } from '../../src/ui/remote-control.ts'

/** What nothing hovers over. */
let hovers = false
let stop: () => void
const goBack = vi.fn()

beforeEach(() => {
  hovers = false
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: query === '(hover: none)' && !hovers }))
  vi.stubGlobal('scrollBy', () => undefined)
  // Everything has a place in sight.
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 10, 10, 10))
  vi.spyOn(HTMLElement.prototype, 'getClientRects').mockReturnValue([{}] as unknown as DOMRectList)
  goBack.mockReset()
  stop = listenToRemote(goBack)
})
afterEach(() => {
  stop()
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

function show(html: string, focus?: string): void {
  document.body.innerHTML = `<div id="root">${html}</div>`
  if (focus !== undefined) document.querySelector<HTMLElement>(focus)?.focus()
}

/** Presses a key where the focus is; was it left to the browser? */
function press(key: string, more: object = {}): boolean {
  return fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more })
}

const focused = (): string => document.activeElement?.id ?? ''

const PAGE = `<button id="menu">x</button><h1>Heading</h1><a id="first" href="#">1</a><button id="off" disabled>2</button>
  <details><summary id="row">3</summary><button id="inside">4</button></details><button id="last">5</button>`

describe('up and down', () => {
  it('go from control to control in the order of reading, past what is folded away or can not be pressed', () => {
    show(PAGE, '#first')
    expect(press('ArrowDown')).toBe(false)
    expect(focused()).toBe('row')
    press('ArrowDown')
    expect(focused()).toBe('last')
    press('ArrowUp')
    press('ArrowUp')
    expect(focused()).toBe('first')
  })

  it('begin at the heading where nothing has the focus', () => {
    show(PAGE)
    press('ArrowDown')
    expect(focused()).toBe('first')
    show(PAGE)
    press('ArrowUp')
    expect(focused()).toBe('menu')
  })

  it('lead into a row that is open', () => {
    show(PAGE.replace('<details>', '<details open>'), '#row')
    press('ArrowDown')
    expect(focused()).toBe('inside')
  })

  it.each([
    ['where something hovers', {}, true],
    ['with Ctrl', { ctrlKey: true }, false],
    ['with Shift', { shiftKey: true }, false],
    ['while a word is being composed', { isComposing: true }, false],
  ])('are left alone %s', (_when, more, something) => {
    hovers = something
    show(PAGE, '#first')
    expect(press('ArrowDown', more)).toBe(true)
    expect(focused()).toBe('first')
  })

  it('are left alone once nobody listens any more', () => {
    show(PAGE, '#first')
    stop()
    expect(press('ArrowDown')).toBe(true)
    expect(focused()).toBe('first')
  })
})

describe('a field', () => {
  const FIELD =
    '<h1>Heading</h1><button id="above">x</button><textarea id="field">two lines</textarea><button id="below">y</button>'
  const caret = async (at: number): Promise<HTMLTextAreaElement> => {
    show(FIELD, '#field')
    const field = document.querySelector('textarea') ?? expect.fail()
    field.setSelectionRange(at, at)
    return field
  }
  const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

  it('has up and down as long as they move its caret', async () => {
    const field = await caret(3)
    expect(press('ArrowDown')).toBe(true)
    // As a browser does then.
    field.setSelectionRange(9, 9)
    await settled()
    expect(focused()).toBe('field')
    press('ArrowDown')
    await settled()
    expect(focused()).toBe('below')
  })

  it('keeps left and right', async () => {
    await caret(3)
    expect(press('ArrowLeft')).toBe(true)
    expect(press('ArrowRight')).toBe(true)
    await settled()
    expect(focused()).toBe('field')
  })

  it('keeps Backspace, unless nothing can be typed', async () => {
    const field = await caret(3)
    expect(press('Backspace')).toBe(true)
    expect(goBack).not.toHaveBeenCalled()
    field.readOnly = true
    press('Backspace')
    expect(goBack).toHaveBeenCalledTimes(1)
  })
})

describe('answers that belong together', () => {
  const ANSWERS = `<h1>Heading</h1><button id="above">x</button>
    ${['a', 'b', 'c'].map((id) => `<input type="radio" name="which" id="${id}">`).join('')}<button id="below">y</button>`

  it('are one control to those outside', () => {
    show(ANSWERS.replace('id="b"', 'id="b" checked'), '#above')
    press('ArrowDown')
    expect(focused()).toBe('b')
  })

  it('keep their arrows, up to the first and the last', () => {
    show(ANSWERS, '#b')
    for (const key of ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight']) expect(press(key)).toBe(true)
    document.querySelector<HTMLElement>('#c')?.click()
    document.querySelector<HTMLElement>('#c')?.focus()
    expect(press('ArrowDown')).toBe(false)
    expect(focused()).toBe('below')
  })

  it('are chosen by Enter', () => {
    show(ANSWERS, '#a')
    press('Enter')
    expect(document.querySelector<HTMLInputElement>('#a')?.checked).toBe(true)
  })
})

describe('a menu', () => {
  const MENU = `<h1>Heading</h1><button id="above">x</button><select id="menu"><option>1<option>2</select><button id="below">y</button>`

  it('is passed by while it is closed, and nothing is chosen by that', () => {
    show(MENU, '#menu')
    expect(press('ArrowDown')).toBe(false)
    expect(focused()).toBe('below')
  })

  it.each(['Enter', 'Escape'])('has its keys from Enter to %s, where the browser can not open it', (end) => {
    show(MENU, '#menu')
    Object.assign(document.querySelector('select') ?? {}, { showPicker: undefined })
    expect(press('Enter')).toBe(false)
    expect(press('ArrowDown')).toBe(true)
    expect(focused()).toBe('menu')
    press(end)
    expect(goBack).not.toHaveBeenCalled()
    press('ArrowDown')
    expect(focused()).toBe('below')
  })

  it('is opened by Enter where the browser can, which then has its keys', () => {
    show(MENU, '#menu')
    const showPicker = vi.fn()
    Object.assign(document.querySelector('select') ?? {}, { showPicker })
    press('Enter')
    expect(showPicker).toHaveBeenCalledTimes(1)
    press('ArrowDown')
    expect(focused()).toBe('below')
  })
})

describe('back', () => {
  it.each([
    { key: 'Backspace' },
    { key: 'Escape' },
    { key: 'GoBack' },
    { key: 'BrowserBack' },
    { key: 'XF86Back' },
    { key: 'Unidentified', keyCode: 461 },
    { key: 'Unidentified', keyCode: 10009 },
  ])('closes the row that somebody is in, and then goes back: %j', ({ key, ...more }) => {
    show(PAGE.replace('<details>', '<details open>'), '#inside')
    expect(press(key, more)).toBe(false)
    expect(focused()).toBe('row')
    expect(document.querySelector('details')?.open).toBe(false)
    expect(goBack).not.toHaveBeenCalled()
    expect(press(key, more)).toBe(false)
    expect(goBack).toHaveBeenCalledTimes(1)
  })

  it('is left to the browser where the page has nothing to go back from', () => {
    stop()
    stop = listenToRemote(null)
    show(PAGE, '#first')
    expect(press('GoBack')).toBe(true)
  })
})
