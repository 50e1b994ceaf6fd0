// oxlint-disable-next-line import/no-unassigned-import -- what comes next needs it in old browsers
import '../lib/old-engines.ts'
import { show, rememberedTheme } from '../app/theme.ts'
import { fetchWords, wordsOf } from '../i18n/catalogs-in-front.ts'
import { preferredLanguage, speak } from '../i18n/language.ts'
import type { Language } from '../i18n/languages.ts'
import { parseOrigin } from '../lib/address.ts'
import { asksToOpen, languageIn, placeIn } from '../routes/hash-place.ts'
import { handOver } from '../server/handed-over.ts'
import { parseStamp } from '../stamp/read-stamp.ts'
import { askingOf, factsOf, parseAt, usedAddresses, type WhomToAsk } from '../wizard/facts/collect.ts'
import { leaveFor } from '../wizard/live/leave-for.ts'
import { openServer } from '../wizard/live/open-server.ts'
import { openedAt } from '../wizard/screen/forward.ts'
import { knownOf, type Known } from '../wizard/screen/known.ts'
import { machineOn, STAGE_OF, type Screen } from '../wizard/screen/screen.ts'
import { screenOf } from '../wizard/screen/screen-of.ts'
import { newAnswers } from './asking.ts'
import type { DrawnElement } from './drawn.ts'
import { fill } from './fill.ts'
import { pictureOf, type Picture, type PictureName } from './pictures.ts'

// Runs in front of everything, the page's own styles included. Asks at once, and shows the state of the server by a
// picture that was drawn when the page was built. It decides nothing: facts, screens and words are the app's, which takes
// over (docs/decisions/0018).

type Painted = { readonly picture: Picture; readonly known: Known; readonly screen: Screen }

/** A server of the home network answers within this time. Where it does, the page never says that it is looking. */
const ANSWERS_WITHIN_MS = 50
/** The app starts at the latest this long after opening, and guesses are asked. */
const WAITS_MS = 150

const page = document.documentElement
const openedAtMs = performance.now()
const place = placeIn(window.location.hash)
const opened = {
  stamp: parseStamp(document.getElementById('setup-stamp')?.textContent),
  pageOrigin: parseOrigin(window.location.origin),
}
const at = parseAt(new URLSearchParams(place.search).get('at'))
const openSinceMs = asksToOpen(place.pathname) ? openedAtMs : null
const answers = newAnswers(() => goOn() || draw())
let asking: WhomToAsk
let pictures: Readonly<Record<PictureName, DrawnElement>>
let root: HTMLElement | null = null
let shown: Painted | null = null
/** A state is in the document, and not on screen yet. */
let onItsWay = false
/** The page is about to be left. */
let isGoing = false
/** The app draws. */
let isTaken = false
/** Until then, nobody is told that the page is looking. */
let patientUntilMs = 0

/** The app goes on from here; it starts by itself a little later where nobody calls it. */
function startApp(): void {
  window.dispatchEvent(new Event('setup-plex:start-app'))
}

function knownNow(): Known {
  const histories = asking.asked.map(({ address }) => answers.histories.get(address) ?? null)
  return knownOf(
    factsOf(opened, at, asking, histories, {
      now: { epochMs: Date.now(), monotonicMs: performance.now() },
      visible: document.visibilityState === 'visible',
      returnedAtMs: openedAtMs,
      openSinceMs,
      permission: 'unknown',
      search: null,
      code: { result: null, fetchedAtMs: null },
    }),
  )
}

/** On to the server, where the page was opened for that: nothing need be there to be seen. The app does it if it draws. */
function goOn(): boolean {
  if (openSinceMs === null || isTaken) return false
  const known = knownNow()
  const machine = openedAt(known, screenOf(known))
  if (machine === null) return false
  // Drawing, and the app, would only take time. It starts all the same where the way takes long.
  isGoing = true
  openServer(machine)
  return true
}

function draw(): void {
  // Before there is a place, answers wait for it; afterwards the app draws.
  if (root === null || isGoing) return
  const known = knownNow()
  const screen = screenOf(known)
  const picture = pictureOf(known, screen)
  if (picture === null) return startApp()
  if (picture.name === shown?.picture.name) {
    shown = { picture, known, screen }
    return
  }
  const filled = fill(pictures[picture.name], picture, { language: page.lang, theme: rememberedTheme() })
  // A rehearsal, while the answer is under way: what is done a second time takes a third of the time.
  if (picture.name === 'looking' && performance.now() < patientUntilMs) return
  shown = { picture, known, screen }
  paint(shown, filled, root)
  if (picture.name !== 'looking') startAppOnceSeen()
}

/** The frame after the next one comes when the picture is on screen. Nobody draws frames of a page that is hidden. */
function startAppOnceSeen(): void {
  if (document.visibilityState === 'hidden') return startApp()
  onItsWay = true
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      setTimeout(() => {
        onItsWay = false
        startApp()
      }),
    ),
  )
}

function paint({ screen }: Painted, picture: Element, into: HTMLElement): void {
  // So that nobody takes it for what can already do everything.
  into.dataset['painted'] = ''
  into.textContent = ''
  into.append(picture)
  document.title = `${into.querySelector('h1')?.textContent ?? ''} · Setup Plex`
  const machine = machineOn(screen)
  page.dataset['stage'] = STAGE_OF[screen.name]
  page.dataset['screen'] = screen.name
  if (machine !== null) page.dataset['server'] = machine
}

/** What the person meant is kept before they leave. */
function leave(event: MouseEvent): void {
  // The right button opens a menu, and follows no link.
  if (event.type === 'auxclick' && event.button !== 1) return
  const link = event.target instanceof Element ? event.target.closest('a[data-action=sign-in]') : null
  if (link === null || shown === null) return
  const { picture, known, screen } = shown
  const machine = machineOn(screen)
  if (machine === null || picture.signIn === null) return
  const { opens, expiresAtMs } = picture.signIn
  leaveFor(machine, { opens, expiresAtMs }, screen.server, known)
  // Nobody who goes back is taken on once more.
  if (openSinceMs !== null) window.history.replaceState(null, '', `#/${place.search}`)
}

function startAppAlone(): void {
  if (!onItsWay && !isGoing) startApp()
}

function askAll(): void {
  // Where the app draws already, it asks.
  if (root !== null && !isGoing) answers.ask(asking.asked.map(({ address }) => address))
}

function beginToPaint(language: Language, wasTold: boolean): void {
  if (root !== null || isTaken) return
  asking = askingOf(opened, at.address, usedAddresses(), [])
  // The page's own, as it was built: nobody else writes there.
  pictures = JSON.parse(document.getElementById('pictures')?.textContent ?? '{}') as typeof pictures
  root = document.getElementById('root')
  root?.addEventListener('click', leave)
  root?.addEventListener('auxclick', leave)
  speak(language)
  show(rememberedTheme())
  page.dataset['look'] = 'first'
  if (wasTold) {
    setTimeout(draw)
    // Guesses would take the time that a named server's answer needs.
    setTimeout(askAll, WAITS_MS)
  } else {
    draw()
    askAll()
  }
}

function begin(): void {
  // Where the page was told to ask comes first, before anything that takes time.
  asking = askingOf(opened, at.address, [], [])
  const told = asking.asked.filter(({ source }) => source !== 'loopback')
  answers.ask(told.map(({ address }) => address))
  handOver(answers)
  // A rehearsal, while the answer is under way.
  goOn()
  const language = preferredLanguage({
    asked: languageIn(window.location.hash),
    stamped: opened.stamp.language,
    browser: navigator.languages,
  })
  const paintIn = (): void => {
    // Who is sent on need see nothing: all the time is the answer's.
    const waitsMs = openSinceMs === null ? 0 : openedAtMs + WAITS_MS - performance.now()
    if (waitsMs > 0) setTimeout(paintIn, waitsMs)
    else if (!isGoing) beginToPaint(language, told.length > 0)
  }
  window.addEventListener('setup-plex:paint', () => {
    if (wordsOf(language) !== null) return paintIn()
    // Words of other languages stand behind the app; the same is heard again when they are there.
    void fetchWords(language).then((there) => {
      if (there) paintIn()
    })
  })
  if (told.length > 0) {
    patientUntilMs = openedAtMs + ANSWERS_WITHIN_MS
    setTimeout(draw, ANSWERS_WITHIN_MS)
  }
  // A slow computer may have an answer by then, and not have come to it.
  setTimeout(() => setTimeout(startAppAlone), WAITS_MS)
  window.addEventListener('setup-plex:take-over', () => {
    root?.removeEventListener('click', leave)
    root?.removeEventListener('auxclick', leave)
    root = null
    isTaken = true
  })
}

// The browser's list of requests, which scripts can read, would hold addresses.
performance.setResourceTimingBufferSize(0)
// In a frame, and on pages of help, there is nothing to paint in advance.
if (window.top === window.self && (openSinceMs !== null || /^\/?$/.test(place.pathname))) begin()
else startApp()
