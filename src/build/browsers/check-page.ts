import { readFileSync } from 'node:fs'
import { tooNewInPage } from './too-new-in-page.ts'

/** `npm run size` ends here: is the built page fit for the browsers of docs/browsers.md? */
const found = tooNewInPage(readFileSync('dist/Setup Plex.html', 'utf8'))
if (found.length > 0) {
  process.stderr.write(
    `Newer than the oldest browsers that the page is built for (docs/browsers.md):\n${found.map((each) => `  ${each}\n`).join('')}`,
  )
  process.exitCode = 1
}
