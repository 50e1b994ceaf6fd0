import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, it } from 'vitest'
import { expect } from '../visible.ts'
import { PLACES, type Place } from '../../src/server/place.ts'
import { closeHelp, openHelp, PAGES, unfold } from './open-help.tsx'

type Page = (typeof PAGES)[number]
type Forms = 'empty' | 'filled'

/**
 * Every page for every platform. The only form of most pages is the question of where the server runs, and the tunnel
 * is the same for all.
 */
const CASES = PAGES.flatMap((topic) => {
  const forms: readonly Forms[] =
    topic === 'requirement' || topic === 'tunnel' ? ['empty', 'filled'] : ['empty']
  const places = topic === 'tunnel' ? [null] : [null, ...PLACES]
  return places.flatMap((place) => forms.map((form) => ({ topic, place, forms: form })))
})

const ARTICLES: Record<Page, string> = {
  requirement: '201105343-advanced-hidden-server-settings',
  'opt-out': '201105343-advanced-hidden-server-settings',
  'find-the-file': '202915258-where-is-the-plex-media-server-data-directory-located',
  recover: '204281528-why-am-i-locked-out-of-server-settings-and-how-do-i-get-in',
  tunnel: '200288586-installation',
}

async function fill(topic: Page): Promise<void> {
  const user = userEvent.setup()
  if (topic === 'requirement') {
    await user.click(screen.getByRole('radio', { name: 'The server is new, or all its data was wiped' }))
    await user.type(screen.getByLabelText("The server's version"), '1.43.0')
  }
  if (topic === 'tunnel') {
    await user.type(screen.getByLabelText('User name there'), 'anna')
    await user.type(screen.getByLabelText("The computer's name or IP address"), 'media.example.net')
    await user.type(screen.getByLabelText('SSH port'), '70000')
    expect(screen.getByText(/between 1 and 65535/)).toBeVisible()
    await user.clear(screen.getByLabelText('SSH port'))
  }
  unfold()
}

async function open(topic: Page, place: Place | null, forms: Forms): Promise<void> {
  openHelp({ topic, place })
  if (forms === 'filled') await fill(topic)
}

const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)]
const wordsOf = ({ textContent }: HTMLElement): string => textContent.trim()

afterEach(closeHelp)

describe.each(CASES)('$topic, forms $forms, server on $place, read aloud', ({ topic, forms, place }) => {
  it('has headings without gaps, each with words of its own', async () => {
    await open(topic, place, forms)
    const headings = screen.getAllByRole('heading')
    const levels = headings.map(({ tagName }) => Number(tagName.slice(1)))
    expect(levels.filter((level) => level === 1)).toEqual([1])
    levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1))
    const words = headings.map(wordsOf)
    expect(new Set(words).size).toBe(words.length)
    for (const section of all('section')) within(section).getByRole('heading')
  })

  it('has lists that are lists', async () => {
    await open(topic, place, forms)
    for (const list of all('ol, ul')) {
      expect([...list.children].map(({ tagName }) => tagName).filter((tag) => tag !== 'LI')).toEqual([])
      expect(list.children.length).toBeGreaterThan(1)
    }
    for (const item of all('li')) expect(item.parentElement?.tagName).toMatch(/^[OU]L$/)
    for (const list of all('dl')) {
      expect(list.querySelectorAll('dt').length).toBe(list.querySelectorAll('dd').length)
    }
    for (const text of all('h1, h2, h3, p')) expect(wordsOf(text)).not.toMatch(/^(\d+[.)]|[-•*·])\s/)
  })

  it('has a label for every field, and a question for every choice', async () => {
    await open(topic, place, forms)
    for (const role of ['textbox', 'radio'] as const) {
      expect(screen.queryAllByRole(role, { name: /\w/ })).toEqual(screen.queryAllByRole(role))
    }
    expect(all('input').length).toBe(screen.queryAllByRole('textbox').length + all('[type=radio]').length)
    for (const radio of all('[type=radio]')) expect(radio.closest('fieldset')).not.toBeNull()
    expect(
      screen.queryAllByRole('group', { name: /\w/ }).filter((group) => group.matches('fieldset')),
    ).toEqual(all('fieldset'))
  })

  it('says with every command what it does and where to run it', async () => {
    await open(topic, place, forms)
    const named = screen.queryAllByRole('group', {
      name: /^\w[\w ]+, in (Command Prompt|a terminal) on (the server's|this) computer$/,
    })
    expect(named.map((group) => group.querySelector('pre'))).toEqual(all('pre'))
    for (const group of named) within(group).getByRole('button', { name: 'Copy' })
    // Within the steps of one system no two are called alike.
    for (const around of new Set(named.map((group) => group.closest('details, article')))) {
      const names = named
        .filter((group) => group.closest('details, article') === around)
        .map((group) => group.getAttribute('aria-label'))
      expect(new Set(names).size).toBe(names.length)
    }
    const commands = { 'opt-out': true, recover: true, tunnel: true }
    if (topic in commands && (place !== null || topic === 'tunnel')) {
      expect(named.length > 0).toBe(commands[topic as keyof typeof commands])
    }
  })

  it('has links whose names make sense alone', async () => {
    await open(topic, place, forms)
    const links = screen.getAllByRole('link')
    const targets = new Map<string, Set<string | null>>()
    for (const link of links) {
      const words = wordsOf(link)
      expect(words).toMatch(/\w+ \w+/)
      expect(words).not.toMatch(/^(here|more|read more|click here|this page|support article)$/i)
      targets.set(words, (targets.get(words) ?? new Set()).add(link.getAttribute('href')))
    }
    for (const [words, hrefs] of targets) expect([words, hrefs.size]).toEqual([words, 1])
  })

  it('names the article that it rests on', async () => {
    await open(topic, place, forms)
    const link = screen.getByRole('link', { name: /^Support article: \w+/ })
    expect(link.getAttribute('href')).toBe(`https://support.plex.tv/articles/${ARTICLES[topic]}/`)
  })
})
