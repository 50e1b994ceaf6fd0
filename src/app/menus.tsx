import { useLingui } from '@lingui/react/macro'
import { memo, useState } from 'react'
import { choose } from '../i18n/language.ts'
import { LANGUAGES, parseLanguage } from '../i18n/languages.ts'
import { ChoiceMenu } from '../ui/choice-menu.tsx'
import { chooseTheme, parseTheme, rememberedTheme } from './theme.ts'

/** Drawn anew when the language changes, and not with every second that the page counts. */
export const LanguageMenu = memo(function LanguageMenu() {
  const { t, i18n } = useLingui()
  return (
    <ChoiceMenu
      name="language"
      label={t`Language`}
      value={i18n.locale}
      options={Object.entries(LANGUAGES).map(([value, { name }]) => ({ value, label: name, lang: value }))}
      onChoose={(value) => choose(parseLanguage(value) ?? 'en')}
    />
  )
})

export const AppearanceMenu = memo(function AppearanceMenu() {
  const { t } = useLingui()
  const [theme, setTheme] = useState(rememberedTheme)
  return (
    <ChoiceMenu
      name="theme"
      label={t`Appearance`}
      value={theme}
      options={[
        { value: 'device', label: t`Device colours` },
        { value: 'light', label: t`Light colours` },
        { value: 'dark', label: t`Dark colours` },
      ]}
      onChoose={(value) => {
        chooseTheme(parseTheme(value))
        setTheme(parseTheme(value))
      }}
    />
  )
})
