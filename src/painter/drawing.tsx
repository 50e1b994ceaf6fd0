import { setupI18n, type MessageDescriptor } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { ScreenLayout } from '../app/screen-layout.tsx'
import { messages as english } from '../i18n/en.po'
import type { Known } from '../wizard/screen/known.ts'
import { NO_DRAFT } from '../wizard/live/draft.ts'
import type { Wizard } from '../wizard/live/use-wizard.ts'
import { WizardContext } from '../wizard/live/wizard-context.ts'
import { ScreenPage } from '../wizard/pages/screen-page.tsx'
import { screenOf } from '../wizard/screen/screen-of.ts'
import { markFor, markForMessage } from './marks.ts'
import { PICTURES, type PictureName } from './pictures.ts'
import { SAMPLES, STAND_IN_VALUES, STAND_INS, STAND_IN_WORDS } from './samples.ts'

// Run while the page is built, never in it.

type MessageValues = Record<string, unknown>

/** Says marks instead of words. Throws for a message with markup inside: languages put that in different places. */
const marks = setupI18n({ locale: 'en', messages: { en: english } })
marks.t = marks._ = (described: MessageDescriptor | string, given?: MessageValues) => {
  const { id, values = given } = typeof described === 'string' ? { id: described } : described
  if (JSON.stringify(marks.messages[id] ?? '').includes('<0'))
    throw new Error(`No picture can hold markup in words: ${id}`)
  return markForMessage(id, values ?? {}, STAND_IN_VALUES)
}

/** The app's own page for each picture, as markup with marks in it. */
export function drawPictures(): Readonly<Record<PictureName, string>> {
  const drawn = PICTURES.map((name) => [name, withMarks(withoutLanguages(draw(SAMPLES[name])))] as const)
  return Object.fromEntries(drawn) as Record<PictureName, string>
}

function draw(facts: Known): string {
  const wizard: Wizard = {
    facts,
    screen: screenOf(facts),
    actions: NONE,
    events: [],
    draft: NO_DRAFT,
    setDraft: () => undefined,
    codeDraft: NO_DRAFT,
    editCode: () => undefined,
    withoutApp: false,
  }
  return renderToStaticMarkup(
    <I18nProvider i18n={marks}>
      <WizardContext value={wizard}>
        <ScreenLayout topic={null}>
          <ScreenPage />
        </ScreenLayout>
      </WizardContext>
    </I18nProvider>,
  )
}

/** Nobody presses what is drawn here. */
const NONE = new Proxy({}, { get: () => () => undefined }) as Wizard['actions']

/** They are many, and the same in every picture: who fills it in knows them. */
function withoutLanguages(drawn: string): string {
  return drawn.replace(/(<select[^>]* name="language"[^>]*>)[^]*?(?=<\/select>)/, '$1')
}

/** Stand-ins are values that look like what they stand for, since components take them apart. */
function withMarks(drawn: string): string {
  const standIns = [
    ...Object.entries(STAND_INS),
    ...Object.entries(STAND_IN_WORDS).map(([name, { id }]) => [name, markForMessage(id, {}, {})] as const),
  ]
  return standIns.reduce((all, [name, standIn]) => all.replaceAll(standIn, markFor(name)), drawn)
}
