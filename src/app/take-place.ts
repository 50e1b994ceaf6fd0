/**
 * Puts what the app has drawn in the place of what stood there before, in one step. The person keeps their focus, open
 * parts, what they typed, and where they had scrolled to. Both are drawn alike: the same places hold the same parts.
 */
export function takePlace(before: HTMLElement, drawn: HTMLElement): void {
  const { scrollX, scrollY } = window
  const focused = document.activeElement
  const open = [...before.querySelectorAll('details[open]')].map((each) => pathTo(each, before))
  const typed = [...before.querySelectorAll('input')]
    .filter(({ value, defaultValue }) => value !== defaultValue)
    .map((each) => ({ path: pathTo(each, before), value: each.value }))
  const focusAt = focused !== null && before.contains(focused) ? pathTo(focused, before) : null
  before.replaceWith(drawn)
  for (const path of open) elementAt(path, drawn, HTMLDetailsElement)?.setAttribute('open', '')
  for (const { path, value } of typed) type(elementAt(path, drawn, HTMLInputElement), value)
  if (focusAt !== null) elementAt(focusAt, drawn, HTMLElement)?.focus({ preventScroll: true })
  window.scrollTo(scrollX, scrollY)
}

/** As a person does: the app learns of it by the event, and sees a change only past its own setter. */
function type(field: HTMLInputElement | null, value: string): void {
  if (field === null) return
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Which child to take, again and again. */
function pathTo(element: Element, from: Element): readonly number[] {
  const { parentElement } = element
  if (element === from || parentElement === null) return []
  return [...pathTo(parentElement, from), [...parentElement.children].indexOf(element)]
}

function elementAt<Kind extends Element>(
  path: readonly number[],
  from: Element,
  kind: new () => Kind,
): Kind | null {
  const found = path.reduce<Element | undefined>((at, index) => at?.children[index], from)
  return found instanceof kind ? found : null
}
