// npm run pictures: takes the pictures that the documents show anew, of the page as it is now.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPage } from '../../../src/build/build-page.ts'
import { takePictures } from './take-pictures.ts'

const folder = await mkdtemp(join(tmpdir(), 'setup-plex-'))
const page = join(folder, 'page.html')
await writeFile(page, await buildPage(null))
for (const [file, picture] of await takePictures(page)) {
  await writeFile(file, picture)
  console.log(`${file}: ${(picture.length / 1024).toFixed(0)} kB`)
}
await rm(folder, { recursive: true })
