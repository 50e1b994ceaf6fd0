import { useEffect, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

const HEIGHT_AT_FIRST_PX = 600

/**
 * A window inside the page, of this width and as high as what is in it. Colours, language and styles are those of the page
 * around it. Links in it lead nowhere.
 */
export function Window({ title, width, children }: { title: string; width: number; children: ReactNode }) {
  const [inner, setInner] = useState<Document | null>(null)
  const [height, setHeight] = useState(HEIGHT_AT_FIRST_PX)
  useEffect(() => {
    if (inner === null) return
    const followed = follow(inner)
    const observer = new ResizeObserver(() => setHeight(inner.documentElement.scrollHeight))
    observer.observe(inner.body)
    return () => {
      followed.disconnect()
      observer.disconnect()
    }
  }, [inner])
  return (
    <>
      {/* oxlint-disable-next-line react/iframe-missing-sandbox -- what is in it is this very page */}
      <iframe
        title={title}
        srcDoc="<!doctype html>"
        width={width}
        height={height}
        onLoad={({ currentTarget: { contentDocument } }) => {
          contentDocument?.addEventListener('click', stayHere, true)
          setInner(contentDocument)
        }}
      />
      {inner !== null && createPortal(children, inner.body)}
    </>
  )
}

function stayHere(event: MouseEvent): void {
  // Elements of another window are none of this one's `Element`.
  if ((event.target as Element).closest('a') !== null) event.preventDefault()
}

/** Copies what `src/app/theme.ts`, `src/i18n/language.ts` and the development server change in the page around it. */
function follow(inner: Document): MutationObserver {
  const copy = (): void => {
    const { lang, dir, dataset } = document.documentElement
    inner.documentElement.lang = lang
    inner.documentElement.dir = dir
    if (dataset['theme'] === undefined) delete inner.documentElement.dataset['theme']
    else inner.documentElement.dataset['theme'] = dataset['theme']
    const styles = [...document.head.querySelectorAll('style')]
    inner.head.replaceChildren(...styles.map((style) => inner.importNode(style, true)))
  }
  copy()
  const observer = new MutationObserver(copy)
  observer.observe(document.documentElement, { attributeFilter: ['lang', 'dir', 'data-theme'] })
  observer.observe(document.head, { childList: true, subtree: true, characterData: true })
  return observer
}
