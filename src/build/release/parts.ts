import { cp, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** A release that is being made: files that are ready, and what is to be said about them. */
export class Parts {
  readonly folder: string
  readonly checks: string[] = []
  readonly gaps: string[] = []
  readonly files: { readonly path: string; readonly what: string }[] = []

  constructor(folder: string) {
    this.folder = folder
  }

  async copy(from: string, what: string): Promise<void> {
    await cp(from, join(this.folder, basename(from)))
    this.files.push({ path: basename(from), what })
  }

  async write(path: string, text: string, what: string): Promise<void> {
    await writeFile(join(this.folder, path), text)
    this.files.push({ path, what })
  }
}
