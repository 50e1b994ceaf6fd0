/** One request of the page. It is open until it was answered in full or given up. */
export type LoggedQuestion = {
  readonly url: string
  readonly address: string
  /** Monotonic clock. */
  readonly atMs: number
  open: boolean
}

let questions: LoggedQuestion[] = []
/** The most requests that were open at the same time to one address. */
let mostAtOnce = 0

export function forgetTraffic(): void {
  questions = []
  mostAtOnce = 0
}

/** Counts what passes through: the page ends every request by its signal, answered or not. */
export function watched(fetchNow: typeof fetch): typeof fetch {
  return (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    const question = { url, address: new URL(url).origin, atMs: performance.now(), open: true }
    questions.push(question)
    mostAtOnce = Math.max(mostAtOnce, openTo(question.address))
    // MSW fails where nobody can catch it when a request is given up in the very moment of its answer; hence it
    // learns of that only afterwards.
    const late = new AbortController()
    let answered = false
    return new Promise((resolve, reject) => {
      init?.signal?.addEventListener('abort', () => {
        question.open = false
        reject(new DOMException('The request was given up', 'AbortError'))
        if (answered) late.abort()
      })
      fetchNow(input, { ...init, signal: late.signal }).then((response) => {
        answered = true
        if (!question.open) late.abort()
        resolve(response)
      }, reject)
    })
  }
}

function openTo(address: string): number {
  return questions.filter((question) => question.open && question.address === address).length
}

/** How often this address was asked. */
export function timesAsked(address: string): number {
  return questions.filter((question) => question.address === address).length
}

/** Everything that was asked, in order. */
export function everythingAsked(): readonly LoggedQuestion[] {
  return questions
}

export function mostQuestionsAtOnce(): number {
  return mostAtOnce
}

/** How long the page waited between each two questions to this address, from this moment on. */
export function gapsAt(address: string, fromMs: number): readonly number[] {
  const times = questions.filter((each) => each.address === address && each.atMs >= fromMs)
  return times.slice(1).map(({ atMs }, index) => atMs - (times[index]?.atMs ?? 0))
}

/** The claim codes that were sent, each with its address; taken out of what was asked, where nobody else may find one. */
export function codesSent(): readonly string[] {
  const sent = questions.filter(({ url, address }) => url.startsWith(`${address}/myplex/claim?`))
  questions = questions.filter((question) => !sent.includes(question))
  return sent.map(({ url }) => url)
}
