/** Runs what it is given in the order in which it came, `most` at once. None of it may reject. */
export function atMost(most: number): (task: () => Promise<void>) => void {
  const waiting: (() => Promise<void>)[] = []
  let busy = 0
  const next = (): void => {
    const task = busy < most ? waiting.shift() : undefined
    if (task === undefined) return
    busy += 1
    void task().finally(() => {
      busy -= 1
      next()
    })
  }
  return (task) => {
    waiting.push(task)
    next()
  }
}
