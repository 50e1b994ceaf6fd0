import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

export type SummedFile = { readonly path: string; readonly bytes: number; readonly sum: string }

/** SHA-256 in hex. */
export function sumOf(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex')
}

export async function summed(folder: string, path: string): Promise<SummedFile> {
  const data = await readFile(join(folder, path))
  return { path: path.replaceAll(sep, '/'), bytes: data.length, sum: sumOf(data) }
}

/** Every file in a folder, by its path from there with slashes, in the order of names. */
export async function filesBelow(folder: string): Promise<readonly SummedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const paths = files.map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
  return Promise.all(paths.toSorted().map((path) => summed(folder, path)))
}

/** The paths that are in one alone, or have other bytes in each. */
export function differences(one: readonly SummedFile[], other: readonly SummedFile[]): readonly string[] {
  const sums = [one, other].map((files) => new Map(files.map(({ path, sum }) => [path, sum])))
  const paths = new Set([...one, ...other].map(({ path }) => path))
  return [...paths].filter((path) => sums[0]?.get(path) !== sums[1]?.get(path)).toSorted()
}

/** As `sha256sum --check` reads it. */
export function sumsFile(files: readonly SummedFile[]): string {
  return files.map(({ path, sum }) => `${sum}  ${path}\n`).join('')
}

/** Sizes and names, one file a line. */
export function contentsOf(title: string, files: readonly SummedFile[]): string {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const width = String(total).length
  const lines = files.map(({ path, bytes }) => `${String(bytes).padStart(width)}  ${path}`)
  return [`${title}: ${files.length} files, ${total} bytes`, ...lines, ''].join('\n')
}
