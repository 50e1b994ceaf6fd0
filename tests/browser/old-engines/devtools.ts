import { WebSocket } from 'undici'

type Answer = {
  readonly id?: number
  readonly result?: unknown
  readonly error?: { readonly message: string }
}
type Told = { readonly method: string; readonly params: unknown }

/** One end of the DevTools protocol. Puppeteer says things that engines of 2018 do not know. */
export type DevTools = {
  ask<T>(method: string, params?: object): Promise<T>
  close(): void
}

/** Connects to a browser or a page; `onTold` hears what it says unasked. */
export async function connectTo(
  url: string,
  onTold: (told: Told) => void = () => undefined,
): Promise<DevTools> {
  const socket = new WebSocket(url)
  const waiting = new Map<number, (answer: Answer) => void>()
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Answer & Told
    if (message.id === undefined) return onTold(message)
    waiting.get(message.id)?.(message)
    waiting.delete(message.id)
  })
  socket.addEventListener('close', () => {
    for (const tell of waiting.values()) tell({ error: { message: 'the browser hung up' } })
  })
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve())
    socket.addEventListener('error', () => reject(new Error(`Nobody speaks DevTools at ${url}`)))
  })
  let last = 0
  return {
    ask: (method, params = {}) => {
      last += 1
      const id = last
      return new Promise((resolve, reject) => {
        waiting.set(id, ({ result, error }) => {
          if (error === undefined) resolve(result as never)
          else reject(new Error(`${method}: ${error.message}`))
        })
        socket.send(JSON.stringify({ id, method, params }))
      })
    },
    close: () => socket.close(),
  }
}
