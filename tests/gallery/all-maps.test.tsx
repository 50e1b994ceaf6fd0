import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { speak } from '../../src/i18n/language.ts'
import { AllMaps } from '../../src/gallery/all-maps.tsx'

afterEach(cleanup)

/** The maps by their names: what is drawn without its colours, and what is said. */
function maps(): ReadonlyMap<string, { readonly drawn: string; readonly said: readonly string[] }> {
  speak('en')
  const { container } = render(
    <I18nProvider i18n={i18n}>
      <AllMaps />
    </I18nProvider>,
  )
  return new Map(
    [...container.querySelectorAll('h2')].map((heading) => [
      heading.textContent,
      {
        drawn: (heading.parentElement?.querySelector('[aria-hidden=true]')?.innerHTML ?? '').replaceAll(
          /_?(?:quiet|busy|linked)\w*/g,
          '',
        ),
        said: [...(heading.parentElement?.querySelectorAll('li') ?? [])].map(
          ({ textContent }) => textContent,
        ),
      },
    ]),
  )
}

it('shows each state by its shape: without colours no two of them look alike', () => {
  const drawn = [...maps()].map(([, map]) => map.drawn)
  expect(drawn.length).toBeGreaterThan(15)
  // Nobody can act on the difference between these.
  const alike = ['reached (overdue)', 'reached (unsure)'].map((name) => maps().get(name)?.drawn)
  expect(alike[0]).toBe(alike[1])
  expect(new Set(drawn).size).toBe(drawn.length - 1)
})

it('says each state in two whole sentences', () => {
  for (const [name, { said }] of maps()) {
    expect(said, name).toHaveLength(2)
    for (const sentence of said) expect(sentence, name).toMatch(/^[A-Z][^.]+\.$/)
  }
})
