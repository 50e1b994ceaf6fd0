/**
 * What an object that somebody else wrote says itself under this name. It is undefined for what it does not say, and
 * for what is no object. Words from elsewhere may name `__proto__` or be found in a prototype, and that does not count.
 */
export function own(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null && Object.prototype.hasOwnProperty.call(of, name)
    ? (of as Readonly<Record<string, unknown>>)[name]
    : undefined
}
