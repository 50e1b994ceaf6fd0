import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build, type Plugin } from 'vite'
import { bundledPackages, ownPackage, type Package } from './bundled-packages.ts'
import { COMPONENTS, componentList, type NpmList } from './component-list.ts'
import { buildFirstLook } from './first-look-script.ts'
import { noticesOf } from './notices.ts'
import { NOTICES } from './notices-plugin.ts'
import { ROOT } from './build-page.ts'

const run = promisify(execFile)

// A package is for real servers: nobody who installs it could tell what stood in this environment.
delete process.env['VITE_ACCOUNT_ORIGIN']

const found = new Map<string, Package>()
const collect: Plugin = {
  name: 'collect-packages',
  generateBundle: {
    order: 'pre',
    handler(_options, bundle) {
      for (const each of bundledPackages(bundle)) found.set(`${each.name}@${each.version}`, each)
    },
  },
}
for (const config of ['vite.config.ts', 'vite.command.config.ts']) {
  const configFile = join(ROOT, config)
  await build({ root: ROOT, configFile, mode: 'production', logLevel: 'error', plugins: [collect] })
}

for (const each of bundledPackages({ more: await buildFirstLook() }))
  found.set(`${each.name}@${each.version}`, each)

const own = ownPackage()
const bundled = [...found.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each)
await writeFile(join(ROOT, NOTICES), `${noticesOf([own, ...bundled])}\n`)
const components = componentList(await npmList(), own, bundled)
await writeFile(join(ROOT, COMPONENTS), `${JSON.stringify(components, null, 2)}\n`)

/** From the lock file. What is bundled is a development dependency to npm, and left out unless asked for. */
async function npmList(): Promise<NpmList> {
  const asked = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']
  const kinds = ['dev', 'optional', 'peer'].map((kind) => `--include=${kind}`)
  const { stdout } = await run('npm', [...asked, ...kinds], {
    cwd: ROOT,
    maxBuffer: 2 ** 26,
    shell: process.platform === 'win32',
  })
  return JSON.parse(stdout) as NpmList
}
