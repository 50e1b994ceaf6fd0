import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { ChoiceMenu } from '../../src/ui/choice-menu.tsx'

afterEach(cleanup)

test('is named, shows the value and says what was chosen', async () => {
  const onChoose = vi.fn()
  const options = [
    { value: 'en', label: 'English' },
    { value: 'de', label: 'Deutsch' },
  ]
  render(<ChoiceMenu name="language" label="Language" value="en" options={options} onChoose={onChoose} />)
  const menu = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Language' })
  expect(menu.value).toBe('en')
  await userEvent.selectOptions(menu, 'Deutsch')
  expect(onChoose.mock.calls).toEqual([['de']])
})
