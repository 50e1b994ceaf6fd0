import { afterEach, beforeEach, vi } from 'vitest'

let complaints: string[] = []

/** Fails the test during which something was written to `console.error` or `console.warn`. */
export function failOnComplaints(): void {
  beforeEach(() => {
    complaints = []
    for (const method of ['error', 'warn'] as const) {
      vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
        complaints.push(words.map(String).join(' '))
      })
    }
  })
  afterEach(() => {
    const [first] = complaints
    if (first !== undefined) throw new Error(`The console got a complaint: ${first}`)
  })
}

/** For the stories in which somebody is right to complain: takes the complaints out, and returns them. */
export function expectedComplaints(): readonly string[] {
  const taken = complaints
  complaints = []
  return taken
}
