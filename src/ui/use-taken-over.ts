import { useEffect, useState, type RefObject } from 'react'

/**
 * A field that takes over from another one: where that had the focus, it has it at first, with the cursor at the end.
 * Where `text` is given, it is what the field holds, and never gets into the markup.
 */
export function useTakenOver(
  field: RefObject<HTMLInputElement | null>,
  goesOn: boolean,
  text?: string,
): void {
  useEffect(() => {
    // React would write it into the attribute as well.
    if (text !== undefined && field.current !== null) write(field.current, text)
  }, [field, text])
  // As it was at first: later on the person decides where the focus is.
  const [takesOver] = useState(goesOn)
  useEffect(() => {
    if (!takesOver || field.current === null) return
    field.current.focus()
    field.current.setSelectionRange(field.current.value.length, field.current.value.length)
  }, [field, takesOver])
}

function write(field: HTMLInputElement, text: string): void {
  if (field.value !== text) field.value = text
}
