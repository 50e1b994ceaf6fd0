import { runInThisContext } from 'node:vm'
import { beforeAll, describe, expect, test } from 'vitest'
import { compiledCatalogs } from '../../src/build/compiled-catalogs.ts'
import { buildFirstLook } from '../../src/build/first-look-script.ts'
import { wordElements } from '../../src/build/word-elements.ts'
import { EVERY_SCREEN } from '../../src/gallery/every-screen.ts'
import type { Language } from '../../src/i18n/languages.ts'
import type { Wizard } from '../../src/wizard/live/use-wizard.ts'
import type { ScreenName } from '../../src/wizard/screen/screen.ts'
import { drawnByTheApp, wizardOf } from './drawn-by-the-app.tsx'
import { linesOf } from './drawn-lines.ts'
import type { FirstLookDrawing } from './first-look-drawing.tsx'

const ALIKE: readonly ScreenName[] = [
  'looking',
  'found',
  'unclaimed',
  'taking',
  'declined',
  'confirming',
  'ask-finished',
  'overdue',
  'claimed',
  'starting',
  'missing',
]
let drawing: FirstLookDrawing

beforeAll(async () => {
  const { code } = await buildFirstLook('tests/stories/first-look-drawing.tsx')
  const words = wordElements(await compiledCatalogs())
  document.head.append(document.createRange().createContextualFragment(words))
  // As a browser does; imported, it would have React in it.
  runInThisContext(code)
  drawing = (window as unknown as { firstLookDrawing: FirstLookDrawing }).firstLookDrawing
}, 60_000)

function drawnFirst(wizard: Wizard, language: Language): Element {
  drawing.speak(language)
  const place = document.body.appendChild(document.createElement('div'))
  drawing.draw(wizard, place)
  return place
}

describe.each(['en', 'de'] as const)('in %s', (language) => {
  test.each(ALIKE)('the first look draws "%s" as the app does', (name) => {
    const wizard = wizardOf(EVERY_SCREEN[name], { withoutApp: true })
    expect(wizard.screen.name).toBe(name)
    expect(linesOf(drawnFirst(wizard, language)).slice(1)).toEqual(
      linesOf(drawnByTheApp(wizard, language)).slice(1),
    )
  })
})

test.each(['unclaimed', 'confirming'] as const)(
  'on a television it draws "%s" as the app does, with the code for the phone',
  (name) => {
    const wizard = wizardOf({ ...EVERY_SCREEN[name], fromAfar: true }, { withoutApp: true })
    const first = drawnFirst(wizard, 'en')
    const app = drawnByTheApp(wizard, 'en')
    expect(linesOf(first).slice(1)).toEqual(linesOf(app).slice(1))
    const codeIn = (page: Element) => page.querySelector('svg[role=img] path')?.getAttribute('d')
    expect(codeIn(first)).toBe(codeIn(app))
    expect(codeIn(first)).toMatch(/^M/)
  },
)

test.each((Object.keys(EVERY_SCREEN) as ScreenName[]).filter((name) => !ALIKE.includes(name)))(
  'it tells "%s" in short, and never as done',
  (name) => {
    const page = drawnFirst(wizardOf(EVERY_SCREEN[name], { withoutApp: true }), 'en')
    expect(page.querySelector('h1')?.textContent).not.toBe('')
    expect(page.textContent).toContain('Open the page in a newer browser')
    expect(page.textContent).not.toContain('All done. Your server is linked')
    expect(page.querySelector('input[name=address]')).not.toBeNull()
  },
)

// A hidden page runs what is left "for later" a second later; whoever reads the stage by then must not find the old title.
test('the title changes with the stage', async () => {
  const place = document.body.appendChild(document.createElement('div'))
  drawing.speak('en')
  drawing.draw(wizardOf(EVERY_SCREEN.unclaimed, { withoutApp: true }), place)
  const titles: string[] = []
  const watched = new MutationObserver(() => titles.push(document.title))
  watched.observe(document.documentElement, { attributeFilter: ['data-stage'] })
  drawing.draw(wizardOf(EVERY_SCREEN.claimed, { withoutApp: true }), place)
  await Promise.resolve()
  watched.disconnect()
  expect(document.documentElement.dataset['stage']).toBe('claimed')
  expect(titles).toEqual([expect.stringMatching(/^✓ /)])
})
