import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Rolldown } from 'vite'

export type Package = {
  readonly name: string
  readonly version: string
  /** As the package names it, such as `MIT`. */
  readonly license: string
  /** The text that came with it. */
  readonly text: string
}

const PACKAGE_FOLDER = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/
const LICENSE_FILE = /^(licen[cs]e|copying)(\.\w+)?$/i
/** Where the bundlers' own licence ends and what they say about others begins. */
const NOT_ITS_OWN = /^(end of terms and conditions|# Licenses of bundled dependencies)[^]*/im

const requireHere = createRequire(import.meta.url)

/** What the bundlers add of their own has no file. The helpers of Oxc are by Rolldown's authors. */
const HELPERS = [
  [/^\0(rolldown\/|@oxc-project\+runtime)/, () => rolldownFolder()],
  [/^\0vite\//, () => dirname(requireHere.resolve('vite/package.json'))],
] as const

/** This project, as one more package. */
export function ownPackage(): Package {
  return packageIn(fileURLToPath(new URL('../..', import.meta.url)))
}

/**
 * The packages of others whose code is in these chunks, each once, by name. Throws where it cannot tell whose code it
 * is, and where a package has no licence text. A notice with a hole is none.
 */
export function bundledPackages(bundle: Rolldown.OutputBundle): readonly Package[] {
  const ids = Object.values(bundle).flatMap((file) =>
    file.type === 'chunk'
      ? Object.entries(file.modules)
          // Styles leave the script, so their length says nothing.
          .filter(([id, { renderedLength }]) => renderedLength > 0 || /\.css($|\?)/.test(id))
          .map(([id]) => id)
      : [],
  )
  const folders = new Set(ids.map(folderOf).filter((folder) => folder !== null))
  return [...folders].map(packageIn).sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** The folder of the package that a module came from, or null for this project's own. */
function folderOf(id: string): string | null {
  const file = id.replaceAll('\\', '/')
  const [folder] = PACKAGE_FOLDER.exec(file.replace(/^\0/, '')) ?? []
  if (folder !== undefined) return folder
  const [, helpers] = HELPERS.find(([pattern]) => pattern.test(file)) ?? []
  if (helpers !== undefined) return helpers()
  if (file.startsWith('\0')) throw new Error(`nobody knows whose code this is: ${JSON.stringify(id)}`)
  return null
}

function rolldownFolder(): string {
  return dirname(createRequire(requireHere.resolve('vite/package.json')).resolve('rolldown/package.json'))
}

function packageIn(folder: string): Package {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package
  const file = readdirSync(folder).find((each) => LICENSE_FILE.test(each))
  if (file === undefined) throw new Error(`${name} is in the bundle and has no licence text`)
  const text = readFileSync(join(folder, file), 'utf8').replace(NOT_ITS_OWN, '')
  return { name, version, license, text }
}
