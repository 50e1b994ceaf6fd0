import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildPage } from '../../src/build/build-page.ts'
import { freePort } from './network/free-port.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The built page, whose account service is at `accountPort` of this computer. */
    demoPage: string
    /** The built page as people get it. */
    realPage: string
    accountPort: number
  }
}

/** Builds the pages once for all browser tests: the files are what is tested. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'setup-plex-'))
  const accountPort = await freePort()
  const keep = async (name: string, html: string): Promise<string> => {
    const file = join(folder, name)
    await writeFile(file, html)
    return file
  }
  project.provide('accountPort', accountPort)
  project.provide('demoPage', await keep('demo.html', await buildPage(`http://127.0.0.1:${accountPort}`)))
  project.provide('realPage', await keep('real.html', await buildPage(null)))
  return () => rm(folder, { recursive: true, force: true })
}
