import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { UP, type Cell, type CellResult } from './report.ts'
import type { EngineName } from './rows.ts'
import type { Begin } from './spare-time.ts'

/** Engines and their hosts take the whole computer to come up. */
const COME_UP_AT_ONCE = 2
const PROGRAM = fileURLToPath(new URL('cells.ts', import.meta.url))

type Work = (
  engine: EngineName,
  /** Taken from by whoever works on them. */
  cells: Cell[],
  onResult: (result: CellResult) => void,
) => Promise<number | null>

/**
 * Engines that do one of the cells after the other, each in a process of its own `inside` a network, until none is
 * left, each once it may `begin`. Ends with what the process ended with; a cell that it did not survive has failed.
 */
export function crew(page: string, inside: readonly string[], begin: Begin): Work {
  const doors = Array.from({ length: COME_UP_AT_ONCE }, () => Promise.resolve())
  return async (engine, cells, onResult) => {
    let isUp = (): void => undefined
    const before = doors.shift()
    doors.push(new Promise((resolve) => (isUp = resolve)))
    await before
    const [program, ...args] = [...inside, process.execPath, '--import', 'tsx', PROGRAM, engine, page]
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    const doing: Cell[] = []
    let end = (): void => undefined
    async function next(): Promise<void> {
      const given = cells.splice(0, 1)
      doing.splice(0, 1, ...given)
      const [cell] = given
      if (cell === undefined) return child.disconnect()
      end = await begin()
      if (child.connected) child.send(cell)
      else end()
    }
    child.on('message', (told: typeof UP | CellResult) => {
      if (told === UP) isUp()
      else {
        end()
        onResult(told)
      }
      void next()
    })
    const code = await new Promise<number | null>((resolve) => child.on('exit', resolve))
    end()
    isUp()
    for (const cell of doing)
      onResult({ ...cell, engine, problem: `The engine ended with ${code}`, tookMs: 0 })
    return code
  }
}
