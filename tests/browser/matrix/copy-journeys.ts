import { readByCamera } from '../../account/photograph.ts'
import type { Tab } from '../drivers/engine.ts'
import { until } from '../drivers/people.ts'
import { HOSTS } from '../network/places.ts'
import type { Journey } from './rows.ts'
import { MACHINE, STAMP } from './world.ts'

function expect(what: string, holds: boolean): void {
  if (!holds) throw new Error(what)
}

async function openDetails(tab: Tab, summary: string): Promise<void> {
  await tab.run(`for (const each of document.querySelectorAll('summary'))
    if (each.textContent === '${summary}' && !each.parentElement.open) each.click()`)
}

/** Copies, and says so; or says that it can't, and has selected the text for a key press. */
async function copies(tab: Tab, action: string, text: string): Promise<void> {
  await tab.click(`[data-action=${action}]`)
  const outcome = `document.querySelector('[data-action=${action}]').parentElement.querySelector('[role=status]').textContent`
  const deadline = performance.now() + 3_000
  let said = ''
  while (said === '' && performance.now() < deadline) said = await tab.read<string>(outcome)
  if (said === 'Copied.') return
  expect(`it says what to do: ${said}`, said.includes('The text is selected'))
  const selected = await tab.read<string>(
    `(({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd))(document.activeElement)`,
  )
  expect('all of it is selected', selected === text)
}

/** What a person takes away from the page: the record, the report, the link for another device. */
export const COPY_JOURNEYS: readonly Journey[] = [
  {
    name: 'the record and the report',
    ways: ['file', 'nginx'],
    walk: async (world, way) => {
      const tab = await world.browser.open(await world.page(way, STAMP))
      await until(tab, 'unclaimed')
      await openDetails(tab, 'Activity of this page')
      await openDetails(tab, 'A report to copy')
      await until(tab, 'unclaimed')
      const record = await tab.read<{ when: readonly string[]; clock: readonly string[]; events: string }>(`({
        when: [...document.querySelectorAll('footer time')].map(({ dateTime }) => dateTime),
        clock: [...document.querySelectorAll('footer time')].map(({ title }) => title),
        events: document.querySelector('ol[aria-label="What happened"]').innerText,
      })`)
      expect('there are times', record.when.length > 1)
      for (const when of record.when) {
        expect(`${when} is a moment`, Math.abs(Date.parse(when) - Date.now()) < 60_000 && when.endsWith('Z'))
      }
      expect(
        'on a clock',
        record.clock.every((clock) => /\d:\d\d/.test(clock)),
      )
      expect('it says what happened', record.events.includes('The server said that it is not linked'))
      const report = await tab.read<string>(
        `document.querySelector('[data-action=copy-report]').closest('div').parentElement.querySelector('textarea').value`,
      )
      expect('it is the report', report.startsWith('## Setup Plex report'))
      for (const secret of [HOSTS.server.v4, MACHINE, 'Attic NAS']) {
        expect(`${secret} is not in it`, !report.includes(secret))
      }
      await copies(tab, 'copy-report', report)
    },
  },
  {
    name: 'sign in on another device',
    ways: ['file', 'nginx'],
    walk: async (world, way) => {
      const tab = await world.browser.open(await world.page(way, STAMP))
      await until(tab, 'unclaimed')
      expect(
        'nothing is shown unasked',
        await tab.read('document.querySelector("svg[role=img] path[d^=M]") === null'),
      )
      await openDetails(tab, 'Sign in on another device')
      const seen = await until(tab, ({ text }) => text.includes('Only continue if you started this'))
      expect('it says which server', seen.text.includes('“Attic NAS”, whose identifier ends in'))
      const { link, size, path, copy } = await tab.read<
        Record<'link' | 'path' | 'copy', string> & { size: number }
      >(`({
        link: document.querySelector('[data-action=sign-in]').href,
        copy: document.querySelector('[data-action=copy-link]').closest('div').parentElement.querySelector('textarea').value,
        size: document.querySelector('svg[aria-label^="QR code"]').viewBox.baseVal.width - 8,
        path: document.querySelector('svg[aria-label^="QR code"] path').getAttribute('d'),
      })`)
      expect(`the code on screen says ${readByCamera({ size, path })}`, readByCamera({ size, path }) === copy)
      // From a page on http the link on this device also says where to come back to.
      expect('it is the sign-in address', link.split('&forwardUrl')[0] === copy.split('&forwardUrl')[0])
      await copies(tab, 'copy-link', copy)
    },
  },
]
