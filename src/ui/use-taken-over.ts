import { useEffect, useRef, useState, type RefObject } from 'react'

/**
 * A field that takes over from another one: where that had the focus, it has it at first, with the cursor at the end.
 * Where `text` is given, it is what the field holds, and never gets into the markup.
 */
export function useTakenOver(goesOn: boolean, text?: string): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // React would write it into the attribute as well.
    if (text !== undefined && field.current !== null && field.current.value !== text)
      field.current.value = text
  }, [text])
  // As it was at first: later on the person decides where the focus is.
  const [takesOver] = useState(goesOn)
  useEffect(() => {
    if (!takesOver || field.current === null) return
    field.current.focus()
    field.current.setSelectionRange(field.current.value.length, field.current.value.length)
  }, [takesOver])
  return field
}
