import { deepStrictEqual, equal, notEqual, ok } from 'node:assert/strict'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { PretendHost } from '../../src/mocks/http-host.ts'
import { enclosed, says, type Enclosed, type Enclosure } from './enclosed.ts'
import { imageOf } from './image.ts'
import { layImage, withoutShells } from './lay-image.ts'
import type { Report } from './report.ts'
import { pageAt, stampIn } from './served.ts'
import { until } from './until.ts'

type Places = { readonly base: string; readonly unpacked: string; readonly scratch: string }
type Service = {
  readonly user: string
  readonly command: readonly string[]
  readonly volumes?: readonly string[]
}

const PAGE = 'http://127.0.0.1:32480'

/** The image by its Dockerfile's steps, and the services by the compose file, without an engine. */
export async function checkContainer(
  report: Report,
  { base, unpacked, scratch }: Places,
  host: PretendHost,
  lan: string,
): Promise<void> {
  const example = (name: string): string => readFileSync(join(unpacked, 'docs/examples', name), 'utf8')
  const image = imageOf(example('Dockerfile'))
  const root = join(scratch, 'image')
  layImage(image, base, unpacked, root)
  const { services } = parse(example('compose.yaml'), { merge: true }) as {
    services: Record<string, Service>
  }
  const locked: Enclosure = { root, user: image.user, locked: true }
  const healthOf = async (): Promise<number | null> => (await enclosed(locked, image.healthCheck).ended).code
  const running: Enclosed[] = []
  const started = (enclosure: Enclosure, args: readonly string[]): Enclosed => {
    const container = enclosed(enclosure, [...image.entrypoint, ...args])
    running.push(container)
    return container
  }

  await report.check(
    'container: there is no shell, nothing to write to, and no right to be had',
    async () => {
      ok(withoutShells(root) > 2)
      const script = `const fs = require('node:fs')
      const tried = (work) => { try { work(); return 'done' } catch (error) { return error.code } }
      console.log(JSON.stringify([
        process.getuid(), process.getgid(),
        tried(() => fs.writeFileSync('/tmp/x', 'x')),
        tried(() => require('node:child_process').execFileSync('sh', ['-c', 'true'])),
        ...fs.readFileSync('/proc/self/status', 'utf8').match(/^(CapEff|CapBnd|NoNewPrivs):.*$/gm),
      ]))`
      const [uid, gid, ...rest] = JSON.parse(await says(locked, 'node', '-e', script)) as unknown[]
      equal(`${uid as number}:${gid as number}`, image.user)
      const rights = ['CapEff:\t0000000000000000', 'CapBnd:\t0000000000000000', 'NoNewPrivs:\t1']
      deepStrictEqual(rest, ['EROFS', 'ENOENT', ...rights])
    },
  )

  await report.check('container: it says its version', async () => {
    const { version } = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8')) as {
      version: string
    }
    equal(await says(locked, ...image.entrypoint, '--version'), version)
  })

  await report.check('container: it is not well before it serves', async () => {
    notEqual(await healthOf(), 0)
  })

  await report.check('container: it serves the page for the server, and is well then', async () => {
    const container = started(locked, image.command)
    await until('the page is served', async () => (await pageAt(PAGE)) !== null)
    const { machineIdentifier } = stampIn((await pageAt(PAGE)) ?? '')
    equal(machineIdentifier, host.machineIdentifier())
    equal(await healthOf(), 0)
    equal(await pageAt(`http://${lan}:32480`), null)
    // As process 1, which is ended only by what it listens to.
    container.interrupt()
    const startedMs = performance.now()
    equal((await container.ended).code, 0)
    ok(performance.now() - startedMs < 5_000)
    notEqual(await healthOf(), 0)
  })

  await report.check('compose: setup-plex keeps the page up to date in the data folder', async () => {
    const { user, command, volumes: [volume = ''] = [] } = services['setup-plex'] ?? { user: '', command: [] }
    const at = volume.slice(volume.lastIndexOf(':') + 1)
    const folder = mkdtempSync(join(scratch, 'data-'))
    const [uid = 0, gid = 0] = user.split(':').map(Number)
    chownSync(folder, uid, gid)
    // An engine makes the place of a volume.
    mkdirSync(join(root, at))
    const container = started({ root, user, locked: true, volumes: [[folder, at]] }, command)
    const file = join(folder, 'Setup Plex.html')
    await until('the page is written', () => existsSync(file))
    const { machineIdentifier, addresses } = stampIn(readFileSync(file, 'utf8'))
    equal(machineIdentifier, host.machineIdentifier())
    deepStrictEqual(addresses, [`http://${lan}:32400`])
    const stat = statSync(file)
    deepStrictEqual([stat.uid, stat.gid, stat.mode & 0o777], [uid, gid, 0o600])
    await host.become('claimed')
    await until('the page is written anew', () => statSync(file).mtimeMs > stat.mtimeMs)
    container.interrupt()
    equal((await container.ended).code, 0)
  })

  await report.check(
    'compose: setup-plex-serve serves it to others, and the image says that it is well',
    async () => {
      const { user, command } = services['setup-plex-serve'] ?? { user: '', command: [] }
      const container = started({ root, user, locked: true }, command)
      await until('the page is served', async () => (await pageAt(`http://${lan}:32480`)) !== null)
      equal(await healthOf(), 0)
      container.interrupt()
      equal((await container.ended).code, 0)
    },
  )
  for (const container of running) container.kill()
}
