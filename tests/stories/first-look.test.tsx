import { runInThisContext } from 'node:vm'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { render } from '@testing-library/react'
import { HashRouter } from 'react-router-dom'
import { beforeAll, describe, expect, test } from 'vitest'
import { ScreenLayout } from '../../src/app/screen-layout.tsx'
import { buildFirstLook } from '../../src/build/first-look-script.ts'
import { EVERY_SCREEN } from '../../src/gallery/every-screen.ts'
import { INERT } from '../../src/gallery/inert.ts'
import { speak, type Language } from '../../src/i18n/language.ts'
import type { Facts } from '../../src/wizard/facts/facts.ts'
import type { Wizard } from '../../src/wizard/live/use-wizard.ts'
import { WizardContext } from '../../src/wizard/live/wizard-context.ts'
import { ScreenPage } from '../../src/wizard/pages/screen-page.tsx'
import { knownOf } from '../../src/wizard/screen/known.ts'
import { screenOf } from '../../src/wizard/screen/screen-of.ts'
import type { ScreenName } from '../../src/wizard/screen/screen.ts'
import { linesOf } from './drawn-lines.ts'
import type { FirstLookDrawing } from './first-look-drawing.tsx'

const ALIKE: readonly ScreenName[] = [
  'looking',
  'found',
  'unclaimed',
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
  // As a browser does; imported, it would have React in it.
  runInThisContext(code)
  drawing = (window as unknown as { firstLookDrawing: FirstLookDrawing }).firstLookDrawing
}, 60_000)

function wizardOf(facts: Facts): Wizard {
  const known = knownOf(facts)
  return {
    facts: known,
    screen: screenOf(known),
    actions: INERT,
    events: [],
    draft: { text: '', typing: false },
    setDraft: () => undefined,
    withoutApp: true,
  }
}

function drawnFirst(wizard: Wizard, language: Language): Element {
  drawing.speak(language)
  const place = document.body.appendChild(document.createElement('div'))
  drawing.draw(wizard, place)
  return place
}

function drawnByTheApp(wizard: Wizard, language: Language): Element {
  speak(language)
  return render(
    <I18nProvider i18n={i18n}>
      <HashRouter>
        <WizardContext value={wizard}>
          <ScreenLayout topic={null}>
            <ScreenPage />
          </ScreenLayout>
        </WizardContext>
      </HashRouter>
    </I18nProvider>,
  ).container
}

describe.each(['en', 'de'] as const)('in %s', (language) => {
  test.each(ALIKE)('the first look draws "%s" as the app does', (name) => {
    const wizard = wizardOf(EVERY_SCREEN[name])
    expect(wizard.screen.name).toBe(name)
    expect(linesOf(drawnFirst(wizard, language)).slice(1)).toEqual(
      linesOf(drawnByTheApp(wizard, language)).slice(1),
    )
  })
})

test.each((Object.keys(EVERY_SCREEN) as ScreenName[]).filter((name) => !ALIKE.includes(name)))(
  'it tells "%s" in short, and never as done',
  (name) => {
    const page = drawnFirst(wizardOf(EVERY_SCREEN[name]), 'en')
    expect(page.querySelector('h1')?.textContent).not.toBe('')
    expect(page.textContent).toContain('Open the page in a newer browser')
    expect(page.textContent).not.toContain('All done. Your server is linked')
    expect(page.querySelector('input[name=address]')).not.toBeNull()
  },
)
