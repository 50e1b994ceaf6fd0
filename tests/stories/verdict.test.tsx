import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ACCOUNT_ORIGIN } from '../../src/account/origin.ts'
import type { Behaviour } from '../../src/mocks/behaviours.ts'
import { pretendNetwork } from '../../src/mocks/network.ts'
import { pass, passMinutes, settle } from './clock.ts'
import { home, leaveOldNote, rememberAddresses, stampFor, ADDRESS, OTHER_SERVER } from './home.ts'
import { arriveAt, find, openPage, type Opening, type Page } from './open-page.tsx'
import { findReason, noAnswers } from './reasons.ts'
import { everythingAsked } from './traffic.ts'
import { CLAIMED, OVERDUE, READY } from './words.ts'

const firstCause = () => document.querySelector<HTMLElement>('[data-cause]')?.dataset['cause']

async function openOn(stage: string, opening: Opening): Promise<Page> {
  const page = openPage(opening)
  await pass(8_000, () => page.stage() === stage)
  expect(page.stage()).toBe(stage)
  return page
}

describe('what is wrong', () => {
  it.each<readonly [Behaviour, string, string, string]>([
    ['refusing', 'missing', 'C9', "The server's computer may be on, and the server not running"],
    ['silent', 'missing', 'C9', 'The server may be off, asleep, or behind a firewall'],
    ['faulty-500', 'missing', 'C9', 'Something is wrong with the server, or on the way there'],
    ['dripping', 'missing', 'C9', 'Something is wrong with the server, or on the way there'],
    ['refuses-401', 'missing', 'C9', "Something else answers at the server's address"],
    ['printer', 'stranger', 'C9', "Something else answers at the server's address"],
    ['another-machine', 'stranger', 'C5', 'The server may have lost its identity when it was moved'],
    ['stuck-starting', 'starting', 'C9', 'The server is still starting'],
    ['hiding', 'unreadable', 'C15', 'The cause is not known yet'],
    ['no-flag', 'unreadable', 'C15', 'The cause is not known yet'],
  ])(
    'is there for automation, and a row for the person, where the server is %s',
    async (behaviour, stage, cause, title) => {
      const page = await openOn(stage, { network: home(behaviour), stamp: stampFor() })
      expect(firstCause()).toBe(cause)
      await findReason(page)
      expect(screen.getByRole('heading', { level: 2, name: title })).toBeVisible()
    },
  )

  it(
    'may be a damaged database after five minutes of starting, and is likely to after half an hour',
    { timeout: 180_000 },
    async () => {
      const { user } = await openOn('starting', { network: home('stuck-starting'), stamp: stampFor() })
      await user.click(screen.getByText('What if the start never ends?'))
      expect(screen.getByText(/still starting after 30 minutes/)).toBeVisible()
      await passMinutes(10)
      expect(firstCause()).toBe('C9')
      await passMinutes(20)
      expect(firstCause()).toBe('C10')
    },
  )

  it('is that it went off, where it was claimed and answers no more', async () => {
    const network = home('claimed')
    const { user } = await openOn('claimed', { network, stamp: stampFor() })
    await user.click(screen.getByText('Something not working?'))
    expect(firstCause()).not.toBe('C9')
    const itAnswers = () => screen.queryAllByText(/answers in its own network/)
    expect(itAnswers()).toHaveLength(1)
    network.become(ADDRESS, 'refusing')
    await pass(10_000, () => firstCause() === 'C9')
    expect(firstCause()).toBe('C9')
    expect(itAnswers()).toHaveLength(0)
  })

  it('is told of the address that matters, not of tries of this computer', async () => {
    rememberAddresses({ machineIdentifier: OTHER_SERVER, address: ADDRESS })
    await findReason(await openOn('missing', { network: home('silent') }))
    const title = 'The server may be off, asleep, or behind a firewall'
    expect(screen.getByRole('heading', { level: 2, name: title })).toBeVisible()
  })

  it('says that only this computer was asked, where nothing else is known', async () => {
    await findReason(await openOn('missing', { network: pretendNetwork([]) }))
    const title = 'The server may not be running on this computer'
    expect(screen.getByRole('heading', { level: 2, name: title })).toBeVisible()
  })

  it('is there on demand, and not before, where all seems well', async () => {
    const { user } = await openOn('unclaimed', { network: home(), stamp: stampFor() })
    expect(firstCause()).toBeUndefined()
    await user.click(screen.getByText('Something not working?'))
    expect(firstCause()).toBe('C1')
  })

  it('is the account service, after half an hour in vain with the account in reach', async () => {
    leaveOldNote('signing-in', 31 * 60_000)
    openPage({ network: home(), stamp: stampFor() })
    await arriveAt(OVERDUE)
    expect(firstCause()).toBe('C8')
    expect(everythingAsked().some(({ url }) => url === `${ACCOUNT_ORIGIN}/`)).toBe(true)
  })

  it('does not bother the account service before that', async () => {
    await openOn('unclaimed', { network: home(), stamp: stampFor() })
    await pass(10_000)
    expect(everythingAsked().some(({ address }) => address === ACCOUNT_ORIGIN)).toBe(false)
  })
})

describe('finding the reason', () => {
  const question = () => screen.queryByText(/^Question \d of at most \d$/)?.textContent ?? null
  const press = async ({ user }: Pick<Page, 'user'>, name: string) => {
    await user.click(screen.getByRole('button', { name }))
    await settle()
  }
  const openReasons = async (): Promise<Page> => {
    const page = await openOn('claimed', { network: home('claimed'), stamp: stampFor() })
    await arriveAt(CLAIMED)
    await page.user.click(screen.getByText('Something not working?'))
    return page
  }

  it('asks one question at a time, and leads to the next heading', async () => {
    const page = await openReasons()
    expect(question()).toBe('Question 1 of at most 2')
    expect(screen.queryAllByRole('radio')).toEqual([])
    await press(page, "I don't know")
    expect(question()).toMatch(/^Question 2 of/)
    expect(document.activeElement?.tagName).toBe('H2')
    await noAnswers(page)
    expect(question()).toBeNull()
    expect(document.activeElement).toBe(document.querySelector('[data-cause] h2'))
  })

  it('asks nothing whose answer would change nothing', async () => {
    const page = await openReasons()
    await press(page, 'New password')
    expect(firstCause()).toBe('C2')
    await noAnswers(page)
    expect(screen.getByRole('heading', { level: 2, name: /no longer accept/ })).toBeVisible()
  })

  it('begins anew when somebody wants to answer otherwise', async () => {
    const page = await openReasons()
    await press(page, 'New password')
    await noAnswers(page)
    await press(page, 'Answer again')
    expect(question()).toBe('Question 1 of at most 2')
    await press(page, 'Removed a device')
    expect(firstCause()).toBe('C3')
  })

  it('keeps the answers after a reload', async () => {
    const page = await openReasons()
    await press(page, 'New password')
    const again = await page.reload()
    await arriveAt(CLAIMED)
    await again.user.click(screen.getByText('Something not working?'))
    expect(firstCause()).toBe('C2')
  })
})

it('another machine than the one that this browser remembers has lost its identity', async () => {
  rememberAddresses({ machineIdentifier: OTHER_SERVER, address: ADDRESS })
  const { user } = await openOn('unclaimed', { network: home() })
  await user.click(screen.getByText('Something not working?'))
  expect(firstCause()).toBe('C5')
})

describe('what do you see', () => {
  it('ranks causes by words, and the one that is recognised counts from then on', async () => {
    const { user } = await openOn('claimed', { network: home('claimed'), stamp: stampFor() })
    await user.click(screen.getByText('Something not working?'))
    await noAnswers({ user })
    await user.click(screen.getByRole('link', { name: 'Describe what you see' }))
    // The page moves the focus to its heading; who types earlier loses letters.
    const heading = await find('heading', 'What is the trouble?')
    await pass(1_000, () => document.activeElement === heading)
    expect(document.activeElement).toBe(heading)
    await user.type(screen.getByLabelText('What do you see?'), 'remote acces broken')
    expect(firstCause()).toBe('C12')
    expect(screen.getByText('Most likely')).toBeVisible()
    await user.click(screen.getAllByRole('button', { name: 'That fits' }).at(0) ?? document.body)
    await arriveAt(CLAIMED)
    await user.click(screen.getByText('Something not working?'))
    await settle()
    expect(firstCause()).toBe('C12')
  })

  it('tells whoever listens in a few words, once they pause', async () => {
    const { user } = await openOn('unclaimed', { network: home(), stamp: stampFor(), hash: '#/help/trouble' })
    await user.type(screen.getByLabelText('What do you see?'), 'corrupt database')
    await pass(800)
    const told = () => screen.getAllByRole('status').map(({ textContent }) => textContent)
    expect(told().join('')).not.toMatch(/damaged/)
    await pass(1_000)
    expect(told()).toContain("One cause may fit: The server's database may be damaged")
    expect(told().join('')).not.toMatch(/restore a backup/)
    await user.clear(screen.getByLabelText('What do you see?'))
    await user.type(screen.getByLabelText('What do you see?'), 'help')
    await pass(1_500)
    expect(told()).toContain('Not recognised')
    expect(screen.queryByText(/Answer the questions/)).toBeNull()
  })

  it('says that it does not know what words mean, and leaves them where they are', async () => {
    const { user } = await openOn('unclaimed', { network: home(), stamp: stampFor(), hash: '#/help/trouble' })
    await user.type(screen.getByLabelText('What do you see?'), 'subtitles are out of sync')
    expect(firstCause()).toBe('C15')
    expect(screen.getByRole('heading', { name: 'Not recognised' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'That fits' })).toBeNull()
    expect(screen.getByDisplayValue('subtitles are out of sync')).toBeVisible()
  })

  it('says that causes fit alike, and asks what decides', async () => {
    const { user } = await openOn('unclaimed', { network: home(), stamp: stampFor(), hash: '#/help/trouble' })
    await user.type(screen.getByLabelText('What do you see?'), '403')
    expect(screen.getByText(/fits more than one cause about equally well/)).toBeVisible()
    const asked = () => within(screen.getByRole('region', { name: 'What it may be' })).getAllByRole('group')
    expect(asked()).toHaveLength(1)
    await user.click(screen.getByRole('radio', { name: 'New password' }))
    expect(firstCause()).toBe('C2')
    expect(screen.queryByText(/fits more than one cause/)).toBeNull()
    await user.click(screen.getByRole('radio', { name: 'Neither' }))
    expect(firstCause()).toBe('C7')
    await user.click(screen.getByRole('radio', { name: "I don't know" }))
    expect(screen.getByText(/fits more than one cause about equally well/)).toBeVisible()
    expect(asked()).toHaveLength(1)
  })

  it('asks what the verdict asks, and the verdict knows the answer', async () => {
    const { user } = await openOn('claimed', {
      network: home('claimed'),
      stamp: stampFor(),
      hash: '#/help/trouble',
    })
    await user.type(screen.getByLabelText('What do you see?'), '403')
    await user.click(screen.getByRole('radio', { name: 'Removed a device' }))
    await user.click(screen.getByRole('link', { name: 'Back to your server' }))
    await arriveAt(CLAIMED)
    await user.click(screen.getByText('Something not working?'))
    await settle()
    expect(firstCause()).toBe('C3')
  })

  it('reads a paste whole, and shows nothing of it again', async () => {
    const { user } = await openOn('unclaimed', { network: home(), stamp: stampFor(), hash: '#/help/trouble' })
    const field = screen.getByLabelText('What do you see?')
    await user.click(field)
    await user.paste(
      '<MediaContainer friendlyName="Attic" myPlexSigninState="ok"\n myPlexUsername="anna@example.test"\n X-Plex-Token="sEcrEt1234567890">',
    )
    expect(firstCause()).toBe('C12')
    expect(screen.getByText('Recognised in your words: myPlexSigninState="ok"')).toBeVisible()
    const elsewhere = (document.body.textContent ?? '').replace(field.textContent ?? '', '')
    expect(elsewhere).not.toMatch(/sEcrEt|anna@/)
  })

  it('understands German', async () => {
    const { user } = await openOn('unclaimed', {
      network: home(),
      stamp: stampFor(),
      hash: '#/help/trouble',
      language: 'de',
    })
    await user.type(screen.getByLabelText('Was siehst du?'), 'Passwort reset')
    expect(firstCause()).toBe('C2')
  })
})

describe('the record', () => {
  it('tells what happened, and the report tells no more than others need', async () => {
    const { user } = await openOn('unclaimed', { network: home(), stamp: stampFor() })
    await user.click(screen.getByText('Activity of this page'))
    const happened = screen.getByRole('list', { name: 'What happened' }).textContent
    expect(happened).toMatch(/Looked for the server.*said that it is not linked/)
    await user.click(screen.getByText('A report to copy'))
    const report = screen.getByLabelText<HTMLTextAreaElement>('The report').value
    expect(report).toMatch(/^## Setup Plex report/)
    expect(report).toContain('- Stage: unclaimed')
    expect(report).not.toMatch(/192\.168|Attic|http|[0-9a-f]{7,}(?![^\n]*at a)/)
  })

  it('keeps the report as it was opened, so that nothing slips away under the hand that copies it', async () => {
    const network = home()
    const { user, stage } = await openOn('unclaimed', { network, stamp: stampFor() })
    await user.click(screen.getByText('Activity of this page'))
    await user.click(screen.getByText('A report to copy'))
    const report = () => screen.getByLabelText<HTMLTextAreaElement>('The report').value
    const opened = report()
    network.become(ADDRESS, 'claimed')
    await pass(10_000, () => stage() === 'claimed')
    expect(stage()).toBe('claimed')
    expect(report()).toBe(opened)
    await user.click(screen.getByText('A report to copy'))
    await user.click(screen.getByText('A report to copy'))
    expect(report()).toContain('- Stage: claimed')
  })
})

describe('a help page', () => {
  it.each([
    ['requirement', 'Does my server have to be linked?'],
    ['opt-out', 'Doing without linking'],
    ['find-the-file', 'Where the file is'],
    ['recover', 'Sign-in no longer accepted'],
    ['tunnel', 'A tunnel to a server far away'],
    ['trouble', 'What is the trouble?'],
  ])('%s stands in the file, with the network down', async (topic, heading) => {
    openPage({ network: home('refusing'), hash: `#/help/${topic}` })
    await find('heading', heading)
    expect(document.title).toBe(`${heading} · Setup Plex`)
  })

  it('keeps the address that the page is about, on the way there and back', async () => {
    const { user } = await openOn('unclaimed', {
      network: home(),
      hash: `#/?at=${encodeURIComponent(ADDRESS)}`,
    })
    await user.click(screen.getByText('Something not working?'))
    await noAnswers({ user })
    await user.click(screen.getByRole('link', { name: 'Why a server has to be linked' }))
    await find('heading', 'Does my server have to be linked?')
    await user.click(screen.getByRole('link', { name: 'Back to your server' }))
    await arriveAt(READY)
    expect(new URLSearchParams(window.location.hash.split('?')[1]).get('at')).toBe(ADDRESS)
  })

  it('answers who must claim', async () => {
    const { user } = await openOn('unclaimed', {
      network: home(),
      stamp: stampFor(),
      hash: '#/help/requirement',
    })
    await user.click(screen.getByRole('radio', { name: 'Windows, as a program' }))
    await user.click(screen.getByRole('radio', { name: 'The server is new, or all its data was wiped' }))
    await settle()
    expect(
      screen.getByText('Yes. From version 1.32.2 on, a new server has to be linked to a Plex account.'),
    ).toBeInstanceOf(HTMLElement)
    await user.click(screen.getByRole('radio', { name: 'The server was never linked' }))
    expect(screen.getByText(/may go on as it is/)).toBeVisible()
  })

  it('notices a tunnel when it comes up, and goes on through it', async () => {
    const network = home('refusing', 'http://127.0.0.1:8888')
    const { user } = openPage({ network, hash: '#/help/tunnel' })
    await find('heading', 'A tunnel to a server far away')
    await user.type(screen.getByLabelText('User name there'), 'anna')
    await user.type(screen.getByLabelText("The computer's name or IP address"), 'media.example.net')
    expect(screen.getByText('ssh -L 8888:127.0.0.1:32400 anna@media.example.net')).toBeVisible()
    await pass(5_000)
    expect(screen.queryByRole('link', { name: 'Go on through the tunnel' })).toBeNull()
    network.become('http://127.0.0.1:8888', 'unclaimed')
    await user.click(await find('link', 'Go on through the tunnel', 3_000))
    await arriveAt(READY)
  })
})
