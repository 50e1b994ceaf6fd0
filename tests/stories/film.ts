import { onTestFinished } from 'vitest'

/** What a person and a program saw at one moment. */
export type Frame = {
  readonly stage: string
  readonly server: string | null
  readonly heading: string
  readonly title: string
  readonly words: string
}

export type Film = {
  frames(): readonly Frame[]
  /** The headings in the order in which they came. */
  headings(): readonly string[]
  /** Everything that was ever said and matches, the record of answers at the end of the page left out. */
  said(words: RegExp): readonly string[]
}

/** Films the page from now on: every change that was on screen, however briefly. */
export function filmed(): Film {
  const frames: Frame[] = []
  const take = (): void => {
    const heading = document.querySelector('h1')?.textContent
    if (heading == null) return
    const { stage, server } = document.documentElement.dataset
    frames.push({
      stage: stage ?? '',
      server: server ?? null,
      heading,
      title: document.title,
      words: document.querySelector('main')?.textContent ?? '',
    })
  }
  const observer = new MutationObserver(take)
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
  onTestFinished(() => observer.disconnect())
  return {
    frames: () => frames,
    headings: () =>
      frames.map(({ heading }) => heading).filter((heading, index, all) => heading !== all[index - 1]),
    said: (words) =>
      frames.flatMap((frame) => [frame.heading, frame.title, frame.words]).filter((text) => words.test(text)),
  }
}
