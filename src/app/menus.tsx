import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { choose, LANGUAGES, parseLanguage } from '../i18n/language.ts'
import { ChoiceMenu } from '../ui/choice-menu.tsx'
import { chooseTheme, parseTheme, rememberedTheme } from './theme.ts'

export function LanguageMenu() {
  const { t, i18n } = useLingui()
  return (
    <ChoiceMenu
      name="language"
      label={t`Language`}
      value={i18n.locale}
      options={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label, lang: value }))}
      onChoose={(value) => choose(parseLanguage(value) ?? 'en')}
    />
  )
}

export function AppearanceMenu() {
  const { t } = useLingui()
  const [theme, setTheme] = useState(rememberedTheme)
  return (
    <ChoiceMenu
      name="theme"
      label={t`Appearance`}
      value={theme}
      options={[
        { value: 'device', label: t`Auto` },
        { value: 'light', label: t`Light` },
        { value: 'dark', label: t`Dark` },
      ]}
      onChoose={(value) => {
        chooseTheme(parseTheme(value))
        setTheme(parseTheme(value))
      }}
    />
  )
}
