/** Waits for this no longer than `ms`, and takes `tooLate` then. What it was waiting for may go on unheard. */
export async function within<T>(ms: number, work: Promise<T>, tooLate: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => {
      resolve(tooLate)
    }, ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** The system's own name for what went wrong, such as `ENOENT`; empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
