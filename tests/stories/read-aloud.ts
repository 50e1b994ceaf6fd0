import { virtual } from '@guidepup/virtual-screen-reader'
import { vi } from 'vitest'
import { asLines } from './spoken-lines.ts'

const END = 'Nothing more is read'
const styleOf = window.getComputedStyle.bind(window)

/** What a screen reader says from the first word of this part of the page to its last, as lines to be read. */
export async function readAloud(part: Element): Promise<string> {
  const copy = asHeard(part)
  document.body.append(copy)
  quietStyles()
  await virtual.start({ container: copy })
  // Round and round it would go.
  while (!(await virtual.lastSpokenPhrase()).includes(END)) await virtual.next()
  const said = await virtual.spokenPhraseLog()
  await virtual.stop()
  copy.remove()
  return asLines(said.slice(0, -1))
}

/**
 * What screen readers get from a browser and this one would not know: closed rows are not there, and the line that opens
 * one says whether it is open; a menu says what is chosen; a title is for the mouse.
 */
function asHeard(part: Element): Element {
  const copy = document.createElement('div')
  copy.append(part.cloneNode(true))
  const chosen = [...part.querySelectorAll('select')].map(
    ({ selectedOptions: [option] }) => option?.label ?? '',
  )
  copy.querySelectorAll('select').forEach((menu, place) => {
    const label = chosen[place] ?? ''
    menu.replaceChildren(new Option(label, label, true, true))
  })
  for (const row of copy.querySelectorAll('details')) {
    for (const inside of row.open ? [] : row.querySelectorAll(':scope > :not(summary)')) inside.remove()
    const line = row.querySelector('summary')
    line?.setAttribute('role', 'button')
    line?.setAttribute('aria-expanded', String(row.open))
    row.replaceWith(...row.childNodes)
  }
  for (const titled of copy.querySelectorAll('[title]')) titled.removeAttribute('title')
  for (const space of copy.querySelectorAll('wbr')) space.remove()
  // What points to an element is not to find the one that was copied.
  for (const name of ['id', 'for', 'aria-labelledby', 'aria-describedby'])
    for (const each of copy.querySelectorAll(`[${name}]`))
      each.setAttribute(name, renamed(each.getAttribute(name)))
  copy.normalize()
  copy.append(END)
  return copy
}

function renamed(ids: string | null): string {
  return (ids ?? '').replace(/\S+/g, 'copy-$&')
}

/** jsdom complains when asked for the style of what stands before or behind an element. */
export function quietStyles(): void {
  vi.spyOn(window, 'getComputedStyle').mockImplementation((element) => styleOf(element))
}
