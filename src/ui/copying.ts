/** Over plain HTTP from the server's own address there is no clipboard object at all. */
export async function copyByClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** The way of old, which takes what is selected on the page. */
export function copySelection(): boolean {
  try {
    return document.execCommand('copy')
  } catch {
    return false
  }
}
