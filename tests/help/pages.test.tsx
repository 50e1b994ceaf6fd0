import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { optOutCommands, recoveryCommands } from '../../src/help/commands.ts'
import { PLACES, type Place } from '../../src/server/place.ts'
import { FIND_LINE, SYSTEMS } from '../../src/server/systems.ts'
import { ATTIC, CELLAR } from '../../src/gallery/said.ts'
import { closeHelp, openHelp, PAGES } from './open-help.tsx'

afterEach(closeHelp)

const text = (): string => document.body.textContent

const linesIn = (group: HTMLElement): (string | null)[] =>
  [...group.querySelectorAll('code')].map(({ textContent }) => textContent)

/** The block of a system. */
function blockOf(name: string): HTMLElement {
  const summary = [...document.querySelectorAll('summary')].find(({ textContent }) => textContent === name)
  const block = summary?.closest('details')
  if (block == null) throw new Error(`There is no block for ${name}`)
  return block
}

// It lays its parts out beside each other, each a column of its own without the space between them.
it.each(PAGES)('no button on "%s" tears its words apart', (topic) => {
  openHelp({ topic, place: 'linux' })
  const buttons = [...document.querySelectorAll('a[data-action], button[data-action]')]
  expect(buttons.length).toBeGreaterThan(0)
  for (const button of buttons) {
    const seen = [...button.childNodes].filter(
      (part) =>
        part.textContent?.trim() !== '' && !(part instanceof Element && /unseen/.test(part.className)),
    )
    expect(seen.length, button.textContent).toBe(1)
  }
})

describe('recovery without a settings file', () => {
  it.each(PLACES)('on %s: sign out there, come back here and sign in', (place) => {
    openHelp({ topic: 'recover', place })
    expect(text()).toMatch(/press “Sign out”\..*Go back to this page's start, and sign in/)
    expect(text()).not.toMatch(/claim server/i)
    expect(text()).toContain('Your libraries are safe.')
  })

  it.each<[Place, own: boolean, tunnel: boolean]>([
    ['windows-app', true, false],
    ['windows-service', true, false],
    ['mac', true, false],
    ['linux', true, true],
    ['docker', false, true],
    ['nas', false, true],
    ['rented', false, true],
  ])('on %s: in a browser there %s, through a tunnel %s', (place, own, tunnel) => {
    openHelp({ topic: 'recover', place })
    expect(text().includes("On the server's own computer, open this address")).toBe(own)
    expect(text().includes('http://127.0.0.1:32400/web')).toBe(own)
    const link = screen.queryByRole('link', { name: 'Make a tunnel' })
    expect(link?.getAttribute('href') ?? null).toBe(tunnel ? '#/help/tunnel' : null)
  })
})

describe.each(['recover', 'opt-out'] as const)('the steps of %s', (topic) => {
  it.each(PLACES)('on %s tell how to restore the backup', (place) => {
    openHelp({ topic, place })
    const blocks = screen.getAllByRole('group', { name: /^Bring the backup back/ })
    const commands = (topic === 'recover' ? recoveryCommands : optOutCommands)(place)
    expect(blocks).toHaveLength(commands.length)
    expect(text()).toContain('bring the backup back')
    expect(blocks.map(linesIn)).toEqual(commands.map(({ restore }) => restore))
    const changes = screen.getAllByRole('group', { name: /^Change the settings/ })
    expect(changes.map(linesIn)).toEqual(commands.map(({ change }) => change))
  })

  it.each(PLACES)('on %s say that the backup holds the sign-in, and when and how to delete it', (place) => {
    openHelp({ topic, place })
    expect(text()).toContain("The backup holds the server's sign-in as well")
    expect(text()).toMatch(/Delete the backup as soon as the server works again/)
    const commands = (topic === 'recover' ? recoveryCommands : optOutCommands)(place)
    const groups = screen.getAllByRole('group', { name: /^Delete the backup/ })
    expect(groups.map(linesIn)).toEqual(commands.map(({ discard }) => discard))
  })

  it.each(PLACES)('on %s stand in one block a system, each with its own folder', (place) => {
    openHelp({ topic, place })
    const folders = recoveryCommands(place).map(({ system }) => system.folder)
    const blocks = [...document.querySelectorAll('details')]
    expect(blocks).toHaveLength(folders.length === 1 ? 0 : folders.length)
    const shown = blocks.map(({ textContent }) =>
      /The data folder: (.*?)(Is your folder|On the server)/.exec(textContent),
    )
    expect(shown.map((match) => match?.[1])).toEqual(folders.length === 1 ? [] : folders)
  })

  it('stop a container where it is one, and a package where it is one', () => {
    openHelp({ topic, place: 'nas' })
    expect(blockOf('unRAID').textContent).toContain('docker stop <container>')
    expect(blockOf('unRAID').textContent).not.toMatch(/Package Center|sudo/)
    expect(blockOf('ASUSTOR').textContent).toMatch(/Package Center, App Central or Apps.*sudo/)
    expect(blockOf('QNAP').textContent).toMatch(/sudo \/etc\/init\.d\/plex\.sh stop/)
  })

  it('ask nobody to sign in as LocalSystem', () => {
    openHelp({ topic, place: 'windows-service' })
    expect(blockOf('Logs on as LocalSystem').textContent).toMatch(/open “Command Prompt” as an administrator/)
    expect(blockOf('Logs on as .\\<user>').textContent).toContain('sign in as this user')
    expect(blockOf('Logs on as NT SERVICE\\<name>').textContent).toMatch(
      /as an administrator.*reg load HKU\\plex/,
    )
    expect(text()).toContain('services.msc')
  })

  it('say for which system the lines are on a rented computer', () => {
    openHelp({ topic, place: 'rented' })
    expect(text()).toContain('The lines are for Linux')
  })

  it('open a terminal as root where there is no sudo', () => {
    openHelp({ topic, place: 'linux' })
    expect(blockOf('FreeBSD').textContent).toContain('as root')
    expect(blockOf('FreeBSD').textContent).not.toContain('sudo')
    expect(blockOf('Snap').textContent).not.toContain('as root')
  })
})

it.each(PLACES)('opting out is not needed on %s unless it asks for claiming', (place) => {
  openHelp({ topic: 'opt-out', place })
  const asks = ['windows-app', 'windows-service', 'mac'].includes(place)
  expect(text().includes('Not needed here')).toBe(!asks)
})

it.each<[Place, boolean]>([
  ['windows-app', false],
  ['windows-service', false],
  ['mac', false],
  ['linux', true],
  ['docker', true],
  ['nas', true],
  ['rented', true],
])('P4: on %s a line finds the folder where none of those fits: %s', (place, has) => {
  openHelp({ topic: 'find-the-file', place })
  expect(screen.queryAllByRole('group', { name: /^Find the data folder/ })).toHaveLength(has ? 1 : 0)
  expect(text().includes(FIND_LINE)).toBe(has)
})

it.each<[Place, boolean]>([
  ['linux', true],
  ['rented', true],
  ['docker', false],
  ['nas', false],
])('P6, K8: on %s another line asks systemd where it was moved: %s', (place, has) => {
  openHelp({ topic: 'find-the-file', place })
  expect(text().includes('systemctl show plexmediaserver -p Environment')).toBe(has)
})

it('K7: of a folder with two names both are shown', () => {
  openHelp({ topic: 'find-the-file', place: 'nas' })
  const [synology] = SYSTEMS.nas
  expect(text()).toContain(
    `Synology DSM 7${synology?.folder}${synology?.also}QNAP`.replace('QNAP', 'Synology DSM 6'),
  )
})

it('K3, K4, P9: a new container is given the variable of its image, and removed first where that failed', () => {
  openHelp({ topic: 'recover', place: 'docker' })
  expect(text()).toMatch(/remove the container once more, but not its data/)
  for (const { name, claim } of SYSTEMS.docker) expect(text()).toContain(`${name}${claim}`)
})

it('L4: Home Assistant needs no lines, but another code', () => {
  openHelp({ topic: 'recover', place: 'docker' })
  expect(text()).toMatch(/In Home Assistant, another code and a restart of the app are enough/)
  expect(text()).not.toContain('"/data')
})

it.each<Place>(['linux', 'docker', 'rented'])(
  'the file on %s is fetched by lines for each system',
  (place) => {
    openHelp({ topic: 'find-the-file', place })
    const blocks = screen.getAllByRole('group', { name: 'Fetch the file, in a terminal on this computer' })
    expect(blocks).toHaveLength(SYSTEMS[place].length)
    blocks.forEach((block, index) => {
      expect(block.textContent).toContain(`${SYSTEMS[place][index]?.folder}/Setup Plex.html`)
    })
  },
)

describe('the tunnel', () => {
  async function typeWhere(): Promise<void> {
    const user = userEvent.setup()
    await user.type(screen.getByLabelText('User name there'), 'anna')
    await user.type(screen.getByLabelText("The computer's name or IP address"), 'nas')
  }
  const line = (): string | null | undefined =>
    within(screen.getByRole('group', { name: /^Make a tunnel/ })).getByText(/:127\.0\.0\.1:32400 /)
      .textContent
  const goOn = (): string | null | undefined =>
    screen.queryByRole('link', { name: 'Go on through the tunnel' })?.getAttribute('href')

  it('is not taken for there where another machine than the stamped one answers', async () => {
    openHelp({ topic: 'tunnel', place: null, machine: ATTIC, at: { '127.0.0.1:8888': CELLAR } })
    await typeWhere()
    await waitFor(() => expect(line()).toBe('ssh -L 8889:127.0.0.1:32400 anna@nas'))
    expect(text()).toContain('Somebody else answers at port 8888 of this computer.')
    expect(goOn()).toBeUndefined()
  })

  it('is there where the stamped machine answers', async () => {
    openHelp({
      topic: 'tunnel',
      place: null,
      machine: ATTIC,
      at: { '127.0.0.1:8888': CELLAR, '127.0.0.1:8889': ATTIC },
    })
    await waitFor(() => expect(goOn()).toBe('#/?at=http%3A%2F%2F127.0.0.1%3A8889'))
    expect(text()).not.toContain('Somebody else')
  })

  it('is there where any server answers, when the file names none', async () => {
    openHelp({ topic: 'tunnel', place: null, at: { '127.0.0.1:8888': CELLAR } })
    await waitFor(() => expect(goOn()).toBe('#/?at=http%3A%2F%2F127.0.0.1%3A8888'))
  })

  it('L17: is made to a pod as well, from the same port', async () => {
    openHelp({ topic: 'tunnel', place: null, machine: ATTIC, at: { '127.0.0.1:8888': CELLAR } })
    await waitFor(() => expect(text()).toContain('kubectl port-forward pod/<name> 8889:32400'))
  })

  it('is made with what there is on the own computer', async () => {
    openHelp({ topic: 'tunnel', place: null })
    await typeWhere()
    const user = userEvent.setup()
    await user.click(screen.getByRole('radio', { name: 'An older Windows' }))
    expect(line()).toBe('plink -ssh -L 8888:127.0.0.1:32400 anna@nas')
    expect(text()).toContain('install PuTTY')
    await user.click(screen.getByRole('radio', { name: 'Windows 10 or newer' }))
    expect(line()).toBe('ssh -L 8888:127.0.0.1:32400 anna@nas')
    expect(text()).toContain('PowerShell')
  })
})
