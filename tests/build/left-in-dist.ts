import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildPage, PAGE_NAME, ROOT } from '../../src/build/build-page.ts'

// The last step of `npm test`: people open what it leaves behind.
const left = await readFile(join(ROOT, 'dist', PAGE_NAME), 'utf8').catch(() => null)
if (left !== (await buildPage(null))) {
  console.error(`dist/${PAGE_NAME} is not the page that people should get. Run "npm run build" to have it.`)
  process.exitCode = 1
}
