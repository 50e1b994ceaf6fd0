import { parse } from 'plist'
import { describe, expect, it } from 'vitest'
import { xmlDocumentOf } from './document-of.ts'
import { textOf } from './documents.ts'
import { areKnown } from './known-arguments.ts'

describe('the example for launchd', () => {
  const TEXT = textOf('docs/examples/setup-plex.plist')
  const job = parse(TEXT) as Readonly<Record<string, unknown>>

  it('starts what there is, in a way that finds Node', async () => {
    const [program, name, ...args] = job['ProgramArguments'] as readonly string[]
    expect([program, name]).toEqual(['/usr/bin/env', 'setup-plex'])
    expect(await areKnown(args)).toBe(true)
    expect(job['EnvironmentVariables']).toEqual({
      PATH: expect.stringMatching(/^\/opt\/homebrew\/bin:\/usr\/local\/bin:/) as string,
    })
  })

  it('has every key of the type that launchd wants, and none that it does not know', () => {
    expect(Object.fromEntries(Object.entries(job).map(([key, value]) => [key, kindOf(value)]))).toEqual({
      Label: 'string',
      ProgramArguments: 'array',
      EnvironmentVariables: 'dictionary',
      RunAtLoad: 'boolean',
      KeepAlive: 'dictionary',
      ThrottleInterval: 'number',
      ProcessType: 'string',
      Umask: 'number',
    })
    expect(job).toMatchObject({ KeepAlive: { SuccessfulExit: false }, Umask: 0o077 })
  })

  it('says how to start it by the name that it has', () => {
    for (const line of ['launchctl print gui/$(id -u)/', 'launchctl bootout gui/$(id -u)/'])
      expect(TEXT).toContain(`${line}${job['Label'] as string}`)
  })
})

describe("the example for Windows' Task Scheduler", () => {
  const TEXT = textOf('docs/examples/setup-plex.task.xml')
  const task = xmlDocumentOf(TEXT)
  const text = (path: string): string | undefined => task.querySelector(path)?.textContent

  it('is XML of the right kind', () => {
    expect(task.documentElement.namespaceURI).toBe('http://schemas.microsoft.com/windows/2004/02/mit/task')
    // PowerShell hands it over as text: one that names an encoding of bytes is refused then.
    expect(TEXT.startsWith('<?xml')).toBe(false)
  })

  it('has the parts that a task needs, each once, and an action for the user that it names', () => {
    expect([...task.documentElement.children].map(({ tagName }) => tagName)).toEqual([
      'RegistrationInfo',
      'Triggers',
      'Principals',
      'Settings',
      'Actions',
    ])
    const action = task.querySelector('Actions')?.getAttribute('Context')
    expect(action).toBe(task.querySelector('Principal')?.id)
    expect(text('LogonType')).toBe('S4U')
    expect(text('RunLevel')).toBe('LeastPrivilege')
  })

  it('runs without end, and anew after a failure', () => {
    expect(text('ExecutionTimeLimit')).toBe('PT0S')
    expect(text('RestartOnFailure > Interval')).toBe('PT1M')
    expect(Number(text('RestartOnFailure > Count'))).toBeLessThanOrEqual(255)
  })

  it('starts what there is, in the folder into which the package is unpacked', async () => {
    const [program = '', ...args] = (text('Exec > Arguments') ?? '').split(' ')
    expect(program.replaceAll('\\', '/')).toBe('package/dist-node/setup-plex.js')
    expect(await areKnown(args)).toBe(true)
    expect(TEXT).toContain(`-C "${text('WorkingDirectory')}"`)
  })

  it('makes that folder first, because tar makes none', () => {
    const [made, unpacked] = ['mkdir', '-C'].map((word) =>
      TEXT.indexOf(`${word} "${text('WorkingDirectory')}"`),
    )
    expect(made).toBeGreaterThan(0)
    expect(made).toBeLessThan(unpacked ?? 0)
  })
})

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'array'
  return typeof value === 'object' ? 'dictionary' : typeof value
}
