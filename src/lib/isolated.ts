/** Text of any direction, kept from turning the words around it (FSI … PDI). */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`
}
