import { setTimeout as pause } from 'node:timers/promises'

/** A W3C WebDriver session: commands in, their values out. Only what these tests need. */
export interface Session {
  command<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T>
  end(): Promise<void>
}

/** Opens a session at a driver that listens on this computer, as soon as it does. */
export async function openSession(port: number, capabilities: object): Promise<Session> {
  const base = `http://127.0.0.1:${port}`
  for (let tries = 0; ; tries++) {
    const ready = await fetch(`${base}/status`).then(
      (response) => response.ok,
      () => false,
    )
    if (ready) break
    if (tries > 100) throw new Error('The WebDriver did not come up within 10 s')
    await pause(100)
  }
  const { sessionId } = await send<{ sessionId: string }>(base, 'POST', '/session', { capabilities })
  const path = `/session/${sessionId}`
  return {
    command: (method, rest, body) => send(base, method, path + rest, body),
    end: () => send(base, 'DELETE', path),
  }
}

async function send<T>(base: string, method: string, path: string, body: object = {}): Promise<T> {
  const response = await fetch(base + path, {
    method,
    ...(method === 'POST' && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  })
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } }
  if (!response.ok)
    throw new Error(`${method} ${path}: ${value.error ?? response.status}: ${value.message ?? ''}`)
  return value
}
