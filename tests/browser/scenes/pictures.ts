// npm run pictures: takes the picture that README shows anew, of the page as it is now.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPage } from '../../../src/build/build-page.ts'
import { PICTURE, takePicture } from './picture.ts'

const folder = await mkdtemp(join(tmpdir(), 'setup-plex-'))
const page = join(folder, 'page.html')
await writeFile(page, await buildPage(null))
const picture = await takePicture(page)
await writeFile(PICTURE, picture)
await rm(folder, { recursive: true })
console.log(`${PICTURE}: ${(picture.length / 1024).toFixed(0)} kB`)
