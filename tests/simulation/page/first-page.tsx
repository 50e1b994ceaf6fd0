import { options, render, type ComponentChild } from 'preact'
import { useLayoutEffect } from 'react'
import { newAsker } from '../../../src/first-look/plain-asker.ts'
import { useFirstWizard } from '../../../src/first-look/use-first-wizard.ts'
import { newAnswers } from '../../../src/painter/asking.ts'
import { handOver, takeOver } from '../../../src/server/handed-over.ts'
import { askingOf, parseAt, usedAddresses } from '../../../src/wizard/facts/collect.ts'
import { forgetKept } from './forget-kept.ts'
import { sightOf } from './sight-of.ts'
import { openedBy, type PageOpening, type PageScript } from './page.ts'

/** As the painter asks: what it was told of at once, guesses a little later (`src/painter/painter.ts`). */
const GUESSES_AFTER_MS = 150

const begin: PageScript['open'] = (opening) => {
  const opened = openedBy(opening)
  const { address } = parseAt(new URLSearchParams(window.location.hash.split('?')[1]).get('at'))
  const answers = newAnswers(() => undefined)
  const told = askingOf(opened, address, [], []).asked.filter(({ source }) => source !== 'loopback')
  answers.ask(told.map((candidate) => candidate.address))
  handOver(answers)
  const askAll = (): void => {
    const { asked } = askingOf(opened, address, usedAddresses(), [])
    answers.ask(asked.map((candidate) => candidate.address))
  }
  if (told.length === 0) askAll()
  const timer = setTimeout(askAll, GUESSES_AFTER_MS)
  return () => clearTimeout(timer)
}

type Watched = {
  opened: ReturnType<typeof openedBy>
  asker: ReturnType<typeof newAsker>
  onSight: PageOpening['onSight']
}

function Watched({ opened, asker, onSight }: Watched) {
  const wizard = useFirstWizard(opened, asker)
  useLayoutEffect(() => onSight(sightOf(wizard), wizard.actions))
  return null
}

/** Opens the first look where the app does not start. */
const open: PageScript['open'] = (opening) => {
  const { into, onSight } = opening
  options.debounceRendering = (draw) => void setTimeout(draw)
  const asker = newAsker(takeOver())
  handOver(asker.answers)
  const drawn: unknown = <Watched opened={openedBy(opening)} asker={asker} onSight={onSight} />
  render(drawn as ComponentChild, into)
  return () => {
    asker.stop()
    render(null, into)
  }
}

Object.assign(globalThis, { firstPage: { begin, open, forgetKept } })
