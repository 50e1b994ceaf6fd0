import { virtual } from '@guidepup/virtual-screen-reader'
import { onTestFinished } from 'vitest'
import { quietStyles } from './read-aloud.ts'

export type Listener = {
  /** What was said since this was asked last, of the page and by live regions, in order. */
  heard(): Promise<readonly string[]>
}

/** Listens to the page while it is used: to what gets the focus, and to what live regions say. */
export async function listen(): Promise<Listener> {
  quietStyles()
  await virtual.start({ container: document.body })
  onTestFinished(() => virtual.stop())
  return {
    heard: async () => {
      const said = await virtual.spokenPhraseLog()
      await virtual.clearSpokenPhraseLog()
      return said.filter((phrase) => phrase !== '')
    },
  }
}
