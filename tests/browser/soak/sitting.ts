/** What an engine tells of the page that is open in it. */
export type EngineFigures = {
  /** Of the page's process alone. */
  readonly processorMs: number
  /** JavaScript's heap after a collection; null where an engine does not tell. */
  readonly heapBytes: number | null
  /** Nodes and listeners, those included that nobody sees any more; null where an engine does not tell. */
  readonly nodes: number | null
  readonly listeners: number | null
  readonly memoryKb: number
}

/** One page, in front in a browser of its own. */
export type Sitting = {
  readonly read: <T>(expression: string) => Promise<T>
  /** Presses it, and comes back from wherever that leads. */
  readonly pressAndReturn: (selector: string) => Promise<void>
  readonly figures: () => Promise<EngineFigures>
  readonly end: () => Promise<void>
}
