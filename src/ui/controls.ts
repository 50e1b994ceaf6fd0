export type Way = 'up' | 'down'
export type Side = 'left' | 'right'

const CONTROLS = 'a[href], button, input, select, textarea, summary'
/** In a row that is closed some browsers give things a place, and draw none of them. */
const FOLDED_AWAY = 'details:not([open]) > :not(summary)'
/** To the side, what stands in the same row is nearer than what stands above or below. */
const ASIDE_COSTS = 3

/**
 * What can be pressed, opened or typed into now, in the order of the document, which is the order of reading. Of answers that
 * belong together it is one, as for the Tab key, unless `everyAnswer`.
 */
export function controlsNow(root: Document, everyAnswer = false): readonly HTMLElement[] {
  const all = [...root.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (each) =>
      !each.matches(':disabled') && each.getClientRects().length > 0 && each.closest(FOLDED_AWAY) === null,
  )
  return everyAnswer ? all : all.filter((each) => !isOtherAnswer(each, all))
}

function isOtherAnswer(control: HTMLElement, all: readonly HTMLElement[]): boolean {
  if (!(control instanceof HTMLInputElement) || control.type !== 'radio') return false
  const group = all.filter(
    (each): each is HTMLInputElement => each instanceof HTMLInputElement && each.name === control.name,
  )
  return control !== (group.find(({ checked }) => checked) ?? group[0])
}

/** The control above or below. From nowhere it is counted from the heading, at which every screen begins. */
export function nextOf(from: Element, way: Way): HTMLElement | undefined {
  const controls = controlsNow(document)
  const start = startOf(from)
  if (way === 'down') return controls.find((each) => comesBefore(start, each))
  return [...controls].reverse().find((each) => comesBefore(each, start) && !each.contains(start))
}

/** The nearest control to the left or right; null where there is none. */
export function sidewaysOf(from: Element, side: Side): HTMLElement | null {
  const start = startOf(from).getBoundingClientRect()
  const costOf = (control: HTMLElement): number => {
    const { left, right, top, bottom } = control.getBoundingClientRect()
    const away = side === 'right' ? left - start.right : start.left - right
    if (away < -1) return Infinity
    return away + ASIDE_COSTS * Math.max(0, top - start.bottom, start.top - bottom)
  }
  const [nearest] = controlsNow(document)
    .map((control) => ({ control, cost: costOf(control) }))
    .filter(({ cost }) => cost < Infinity)
    .sort((one, other) => one.cost - other.cost)
  return nearest?.control ?? null
}

function startOf(from: Element): Element {
  return from === document.body ? (document.querySelector('#root h1') ?? from) : from
}

function comesBefore(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}
