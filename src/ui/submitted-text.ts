import type { SyntheticEvent } from 'react'

/** The text of one field, as it was submitted. The page's policy lets no form be sent anywhere. */
export function submittedText(event: SyntheticEvent<HTMLFormElement>, name: string): string {
  event.preventDefault()
  const text = new FormData(event.currentTarget).get(name)
  return typeof text === 'string' ? text : ''
}
