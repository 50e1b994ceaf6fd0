import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from './build-page.ts'
import { nodeNotices } from './executables/node-programs.ts'

/** What lies beside the programs, in whichever folder they are given away. */
export const LICENCES = 'LICENSE.txt'

/** Writes the terms of programs that carry a Node: their own, then those of Node and of all that is inside it. */
export async function putLicences(folder: string): Promise<void> {
  const own = await readFile(join(ROOT, 'LICENSE'), 'utf8')
  const nodes = await readFile(await nodeNotices(), 'utf8')
  await writeFile(join(folder, LICENCES), `${own}\nNode, which is inside:\n\n${nodes}`)
}
