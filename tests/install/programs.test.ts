// @vitest-environment node
import { expect, test } from 'vitest'
import { planFor } from '../../src/install/programs.mjs'

const COMMAND = 'node ensure-installed.mjs programs'
const HERE = {
  missing: {
    chromium: ['chromium'],
    webkit: ['Xvfb', 'openbox'],
    lan: ['nginx'],
    proxies: ['haproxy', 'nginx'],
  },
  isRoot: false,
  isCi: false,
  hasAptGet: true,
  command: COMMAND,
}

test('does nothing where nothing is missing, whoever runs it', () => {
  expect(planFor({ ...HERE, missing: {} })).toEqual({ kind: 'nothing' })
  expect(planFor({ ...HERE, missing: {}, isRoot: true })).toEqual({ kind: 'nothing' })
})

test('installs nothing of the system for a person, and names the one command that does', () => {
  const plan = planFor(HERE)
  expect(plan.kind).toBe('tell')
  expect(plan).not.toHaveProperty('packages')
  expect(plan).toHaveProperty('lines', [
    'The tests could use more of this system:',
    '  chromium, fonts-dejavu-core: for every test in a browser',
    '  xvfb, openbox, dbus, fonts-dejavu-core: for the same in a third engine, which needs a display',
    '  nginx-light: for a home network with a router, a firewall and a web server',
    '  haproxy, nginx-light: for what stands in front of a server, in its own words',
    `To install that: sudo ${COMMAND}`,
  ])
})

test.each([
  ['root', { isRoot: true }, 'root'],
  ['root on a build machine', { isRoot: true, isCi: true }, 'root'],
  ['a build machine', { isCi: true }, 'sudo'],
] as const)('installs for %s what is missing and no more, and says before what and why', (_who, who, as) => {
  const plan = planFor({ ...HERE, ...who })
  expect(plan).toMatchObject({ kind: 'install', as })
  expect(plan).toHaveProperty('packages', [
    'chromium',
    'fonts-dejavu-core',
    'xvfb',
    'openbox',
    'dbus',
    'nginx-light',
    'haproxy',
  ])
  expect(plan).toHaveProperty('lines[1]', '  chromium, fonts-dejavu-core: for every test in a browser')
  expect(plan).toHaveProperty('lines[5]', 'None of them is started as a service.')
})

test.each([{ isRoot: true }, { isCi: true }, {}])(
  'names the programs and installs nothing where there is no apt-get: %j',
  (who) => {
    const plan = planFor({ ...HERE, ...who, hasAptGet: false })
    expect(plan).toEqual({
      kind: 'tell',
      lines: [
        'Not installed here:',
        '  chromium: for every test in a browser',
        '  Xvfb, openbox: for the same in a third engine, which needs a display',
        '  nginx: for a home network with a router, a firewall and a web server',
        '  haproxy, nginx: for what stands in front of a server, in its own words',
      ],
    })
  },
)
