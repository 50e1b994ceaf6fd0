import { render, screen, type ByRoleMatcher } from '@testing-library/react'
import { userEvent, type UserEvent } from '@testing-library/user-event'
import { vi } from 'vitest'
import { App } from '../../src/app/app.tsx'
import { newQueryClient } from '../../src/app/query-client.ts'
import { rememberedTheme, show } from '../../src/app/theme.ts'
import { preferredLanguage, speak } from '../../src/i18n/language.ts'
import { parseOrigin } from '../../src/lib/address.ts'
import { handlersFor } from '../../src/mocks/handlers.ts'
import { pretendNetwork, type PretendNetwork } from '../../src/mocks/network.ts'
import { languageIn } from '../../src/routes/hash-place.ts'
import { parseStamp } from '../../src/stamp/read-stamp.ts'
import { expect, isVisible } from '../visible.ts'
import { pass, settle } from './clock.ts'
import { server } from './setup.ts'

export type Opening = {
  readonly network?: PretendNetwork
  /** What stands in the page: an object, or its text. Nothing, unless told. */
  readonly stamp?: object | string
  /** The origin that the page came from; null from a file. */
  readonly pageOrigin?: string | null
  readonly hash?: string
  /** What the browser asks for. */
  readonly language?: string
  readonly framed?: boolean
}

export type Page = {
  readonly user: UserEvent
  stage(): string | undefined
  serverShown(): string | undefined
  /** As by the browser's button: what storage keeps stays. */
  reload(): Promise<Page>
  close(): Promise<void>
}

/** Opens the whole app as `src/main.tsx` does, with a router and a query client of its own. */
export function openPage(opening: Opening = {}): Page {
  const { network = pretendNetwork([]), stamp, pageOrigin = null, hash, language = 'en-GB' } = opening
  const { framed = false } = opening
  server.resetHandlers(...handlersFor(network, pageOrigin ?? 'null'))
  if (hash !== undefined) history.replaceState(null, '', hash)
  const opened = {
    stamp: parseStamp(typeof stamp === 'object' ? JSON.stringify(stamp) : stamp),
    pageOrigin: parseOrigin(pageOrigin),
  }
  speak(
    preferredLanguage({
      asked: languageIn(window.location.hash),
      stamped: opened.stamp.language,
      browser: [language],
    }),
  )
  show(rememberedTheme())
  const { unmount } = render(<App client={newQueryClient()} framed={framed} opened={opened} />)
  const { dataset } = document.documentElement
  const close = async (): Promise<void> => {
    // Not in the middle of a request: see setup.ts.
    await settle()
    unmount()
  }
  return {
    user: userEvent.setup({
      advanceTimers: (ms) => void vi.advanceTimersByTime(ms),
      // Style sheets are not loaded here, so that nothing can be told from them.
      pointerEventsCheck: 0,
    }),
    stage: () => dataset['stage'],
    serverShown: () => dataset['server'],
    reload: async () => {
      await close()
      const { hash: _opened, ...rest } = opening
      return openPage(rest)
    },
    close,
  }
}

/**
 * Lets time pass until it is on the page. Fails with what is there instead; 6 s is how long a page may look for
 * its server (contract.md §5).
 */
export async function find(
  role: ByRoleMatcher,
  name: string | RegExp,
  withinMs = 6_000,
): Promise<HTMLElement> {
  let stale = true
  let found: HTMLElement | null = null
  const observer = new MutationObserver(() => {
    stale = true
  })
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
  await pass(withinMs, () => {
    // Roles take long to work out; a name that is nowhere in the text needs none.
    const thinkable = typeof name !== 'string' || document.body.textContent.includes(name)
    if (stale && thinkable) found = screen.queryByRole(role, { name })
    stale = false
    return found !== null
  })
  observer.disconnect()
  const there = screen.getByRole(role, { name })
  expect(there).toBeVisible()
  return there
}

/** Where a person sees these words now: not in a closed row, and not in what is only read aloud. */
export function seen(words: string | RegExp): HTMLElement[] {
  return screen.queryAllByText(words, { ignore: '[aria-live]' }).filter(isVisible)
}

/** Opens a closed row. */
export function openRow(page: Pick<Page, 'user'>, name: string): Promise<void> {
  return page.user.click(screen.getByText(name))
}

/** Waits for the screen with this heading. */
export function arriveAt(heading: string | RegExp, withinMs?: number): Promise<HTMLElement> {
  return find('heading', heading, withinMs)
}
