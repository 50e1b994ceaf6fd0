import { show, rememberedTheme } from '../app/theme.ts'
import { preferredLanguage, speak } from '../i18n/language.ts'
import { parseOrigin } from '../lib/address.ts'
import { placeIn } from '../routes/hash-place.ts'
import { handOver, type HandedOver } from '../server/handed-over.ts'
import { parseStamp } from '../stamp/read-stamp.ts'
import { askingOf, factsOf, parseAt, usedAddresses } from '../wizard/facts/collect.ts'
import { leaveFor } from '../wizard/live/leave-for.ts'
import { knownOf, type Known } from '../wizard/screen/known.ts'
import { machineOn, STAGE_OF, type Screen } from '../wizard/screen/screen.ts'
import { screenOf } from '../wizard/screen/screen-of.ts'
import { askOnce } from './ask-once.ts'
import { fill } from './fill.ts'
import { pictureOf, type Picture } from './pictures.ts'

// Runs in front of the app: asks at once, and shows the state of the server by a picture that was drawn when the page
// was built. It decides nothing: facts, screens and words are the app's, which takes over (docs/decisions/0017).

const page = document.documentElement
const root = document.getElementById('root')
const place = placeIn(window.location.hash)

/** The app goes on from here; it starts by itself a little later where nobody calls it. */
function startApp(): void {
  window.dispatchEvent(new Event('setup-plex:start-app'))
}

function paintInto(into: HTMLElement): void {
  const openedAtMs = performance.now()
  const opened = {
    stamp: parseStamp(document.getElementById('setup-stamp')?.textContent),
    pageOrigin: parseOrigin(window.location.origin),
  }
  const at = parseAt(new URLSearchParams(place.search).get('at'))
  const asking = askingOf(opened, at.address, usedAddresses(), [])
  const addresses = asking.asked.map(({ address }) => address)
  let shown: Picture | null = null
  let seen: { readonly known: Known; readonly screen: Screen } | null = null
  let over = false

  const draw = ({ histories }: HandedOver): void => {
    if (over) return
    const known = knownOf(
      factsOf(
        opened,
        at,
        asking,
        addresses.map((address) => histories.get(address) ?? null),
        {
          now: { epochMs: Date.now(), monotonicMs: performance.now() },
          visible: document.visibilityState === 'visible',
          returnedAtMs: openedAtMs,
          permission: 'unknown',
          search: null,
          code: { result: null, fetchedAtMs: null },
        },
      ),
    )
    const screen = screenOf(known)
    const picture = pictureOf(known, screen)
    if (picture === null) return startApp()
    seen = { known, screen }
    if (picture.name === shown?.name) return
    shown = picture
    paint(picture, screen, into)
    if (picture.name === 'looking') return
    // The frame after the next one comes when the picture is on screen.
    requestAnimationFrame(() => requestAnimationFrame(startApp))
  }

  // Asking comes before drawing, which takes longer: the answer is then there sooner.
  const answers = askOnce(addresses, draw)
  handOver(answers)
  speak(preferredLanguage(navigator.languages))
  show(rememberedTheme())
  page.dataset['look'] = 'first'
  draw(answers)
  const leave = (event: MouseEvent): void => {
    // The right button opens a menu, and follows no link.
    if (event.type === 'auxclick' && event.button !== 1) return
    const link = event.target instanceof Element ? event.target.closest('a[data-action=sign-in]') : null
    const machine = seen === null ? null : machineOn(seen.screen)
    if (link === null || seen === null || machine === null) return
    leaveFor(machine, shown?.signIn?.expiresAtMs ?? null, seen.screen.server, seen.known)
  }
  into.addEventListener('click', leave)
  into.addEventListener('auxclick', leave)
  window.addEventListener('setup-plex:take-over', () => {
    over = true
    into.removeEventListener('click', leave)
    into.removeEventListener('auxclick', leave)
  })
}

function paint(picture: Picture, screen: Screen, into: Element): void {
  const template = document.getElementById(`picture-${picture.name}`)
  if (!(template instanceof HTMLTemplateElement)) throw new Error(`No picture of ${picture.name}`)
  into.replaceChildren(fill(template, picture, { language: page.lang, theme: rememberedTheme() }))
  document.title = `${into.querySelector('h1')?.textContent ?? ''} · Setup Plex`
  const machine = machineOn(screen)
  page.dataset['stage'] = STAGE_OF[screen.name]
  page.dataset['screen'] = screen.name
  if (machine !== null) page.dataset['server'] = machine
}

// The browser's list of requests, which scripts can read, would hold addresses.
performance.setResourceTimingBufferSize(0)
// In a frame, and on pages of help, there is nothing to paint in advance.
if (root !== null && window.top === window.self && /^\/?$/.test(place.pathname)) paintInto(root)
else startApp()
