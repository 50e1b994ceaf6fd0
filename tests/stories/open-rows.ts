import { act } from '@testing-library/react'

/** Opens the rows in this part of the page that are closed now. */
export function openRows(part: Element): void {
  const closed = [...part.querySelectorAll<HTMLDetailsElement>('details:not([open])')]
  for (const row of closed.filter(
    ({ parentElement }) => parentElement?.closest('details:not([open])') === null,
  )) {
    act(() => {
      row.open = true
      row.dispatchEvent(new Event('toggle'))
    })
  }
}

/** The same with the rows that come to light in them. */
export function openEveryRow(part: Element): void {
  while (part.querySelector('details:not([open])') !== null) openRows(part)
}
