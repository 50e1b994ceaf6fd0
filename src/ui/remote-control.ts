import { controlsNow, nextOf, sidewaysOf, type Side, type Way } from './controls.ts'

/*
 * The keys of a television's remote control, where nothing hovers. Elsewhere arrows scroll, as people expect. Enter is left
 * to the browser wherever that presses.
 */

const WAYS: Readonly<Record<string, Way>> = { ArrowDown: 'down', ArrowUp: 'up' }
const SIDES: Readonly<Record<string, Side>> = { ArrowLeft: 'left', ArrowRight: 'right' }
/** What remote controls send for "back"; those of LG and HbbTV, and of Samsung, have numbers alone in older browsers. */
const BACK: readonly (string | number)[] = [
  'Backspace',
  'Escape',
  'GoBack',
  'BrowserBack',
  'XF86Back',
  461,
  10009,
]
/** Of a screen, so that nothing is passed by unread. */
const AT_ONCE = 0.7

/**
 * Listens until the returned function is called. `goBack` leads to where the person was before; null where the page has nothing
 * to go back from, and the browser does what it does.
 */
export function listenToRemote(goBack: (() => void) | null): () => void {
  /** The menu whose keys are its own at this moment. */
  let held: Element | null = null

  function take(event: KeyboardEvent): void {
    const { key } = event
    if (event.defaultPrevented || event.isComposing || hasModifier(event) || !nothingHovers()) return
    const at = document.activeElement ?? document.body
    if (held !== at) held = null
    const [way, side] = [WAYS[key], SIDES[key]]
    if (isBack(event)) {
      if (backFrom(at, key)) event.preventDefault()
    } else if (key === 'Enter') {
      if (pressed(at)) event.preventDefault()
    } else if (held !== null || keepsArrow(at, key)) {
      return
    } else if (way !== undefined) {
      if (isText(at)) moveUnlessCaretDoes(at, way)
      else {
        move(at, way)
        event.preventDefault()
      }
    } else if (side !== undefined && !isText(at)) {
      const control = sidewaysOf(at, side)
      control?.focus()
      if (control !== null) event.preventDefault()
    }
  }

  /** Enter does nothing by itself on a menu that is closed, and on an answer that is not chosen. */
  function pressed(at: Element): boolean {
    if (at instanceof HTMLSelectElement) {
      held = held === null && !opened(at) ? at : null
      return true
    }
    if (at instanceof HTMLAnchorElement) leaveRowWith(at)
    if (!isRadio(at)) return false
    at.click()
    return true
  }

  /** From the menu that is held, out of the row that is open, or to where the person was before. */
  function backFrom(at: Element, key: string): boolean {
    if (key === 'Backspace' && isText(at) && !at.readOnly) return false
    if (held !== null) {
      held = null
      return true
    }
    const row = at.closest('details')
    if (row?.open === true) {
      row.open = false
      row.querySelector('summary')?.focus()
      return true
    }
    goBack?.()
    return goBack !== null
  }

  document.addEventListener('keydown', take)
  return () => document.removeEventListener('keydown', take)
}

function nothingHovers(): boolean {
  // Not there in what stands in for a browser in tests.
  const { matchMedia } = window as Partial<Window>
  return matchMedia?.call(window, '(hover: none)').matches ?? false
}

function hasModifier({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return altKey || ctrlKey || metaKey || shiftKey
}

function isBack(event: KeyboardEvent): boolean {
  // oxlint-disable-next-line typescript/no-deprecated -- some have nothing else
  return BACK.includes(event.key) || BACK.includes(event.keyCode)
}

/** Opens the menu where the browser can; then its keys never come here. */
function opened(menu: HTMLSelectElement): boolean {
  if (!('showPicker' in menu)) return false
  try {
    menu.showPicker()
    return true
  } catch {
    return false
  }
}

/** A link to another page of this file is followed. The row that it stands in would stay open, at the end of the new page. */
function leaveRowWith(link: HTMLAnchorElement): void {
  if (link.getAttribute('href')?.startsWith('#') !== true) return
  setTimeout(() => {
    const row = link.closest('details')
    if (row !== null) row.open = false
    // Nothing has the focus then, and the new heading gets it.
    link.blur()
    window.scrollTo(0, 0)
  })
}

/** The next control, or a part of the way to it where it is further than the screen reaches. */
function move(from: Element, way: Way): void {
  const next = nextOf(from, way)
  const isOut = (): boolean => {
    const { top, bottom } = next?.getBoundingClientRect() ?? { top: Infinity, bottom: -Infinity }
    return way === 'down' ? top >= window.innerHeight : bottom <= 0
  }
  if (isOut()) window.scrollBy(0, (way === 'down' ? AT_ONCE : -AT_ONCE) * window.innerHeight)
  if (!isOut()) next?.focus()
}

/** A field gets its arrows first. */
function moveUnlessCaretDoes(field: TextField, way: Way): void {
  const before = field.selectionStart
  setTimeout(() => {
    const stays = field.readOnly || field.selectionStart === before
    if (stays && document.activeElement === field) move(field, way)
  })
}

type TextField = HTMLInputElement | HTMLTextAreaElement

function isText(at: Element): at is TextField {
  return at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.type !== 'radio')
}

function isRadio(at: Element): at is HTMLInputElement {
  return at instanceof HTMLInputElement && at.type === 'radio'
}

/** Answers that belong together have arrows of their own, up to the first and the last. */
function keepsArrow(at: Element, key: string): boolean {
  if (!isRadio(at)) return false
  const group = controlsNow(document, true).filter((each) => isRadio(each) && each.name === at.name)
  return at !== group[key === 'ArrowUp' || key === 'ArrowLeft' ? 0 : group.length - 1]
}
