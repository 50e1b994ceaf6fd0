export type Figures = {
  /** First contentful paint; null where the engine does not tell. */
  readonly fcp: number | null
  /** The state of the server is on screen. */
  readonly state: number | null
  /** The app draws. */
  readonly app: number | null
}

/**
 * A script that measures from inside the page, in milliseconds since it was opened, and tells when `lastFigure` is there.
 * It looks at attributes of the first element alone: whoever reads the document makes the engine lay it out.
 */
export const MEASURE = (tellTo: string, lastFigure: 'state' | 'app'): string => `(function () {
  var figures = { fcp: null, state: null, app: null }
  var root = document.documentElement
  var hasFirstLook = null
  var seen = false
  function tell() {
    if (figures.${lastFigure} === null || figures.state === null) return
    // The engine notes a paint a little later.
    setTimeout(function () {
      var paint = performance.getEntriesByName('first-contentful-paint')[0]
      figures.fcp = paint ? paint.startTime : null
      fetch(${JSON.stringify(tellTo)}, { method: 'POST', mode: 'no-cors', body: JSON.stringify(figures) })
    }, 100)
  }
  new MutationObserver(function () {
    if (hasFirstLook === null) hasFirstLook = root.hasAttribute('data-look')
    if (figures.app === null && (root.getAttribute('data-look') === 'app' || !hasFirstLook)) {
      figures.app = performance.now()
      tell()
    }
    if (seen || root.getAttribute('data-stage') !== 'unclaimed') return
    seen = true
    // The first frame draws it, the second comes when it is drawn.
    requestAnimationFrame(function () {
      requestAnimationFrame(function () {
        figures.state = performance.now()
        tell()
      })
    })
  }).observe(root, { attributes: true, attributeFilter: ['data-stage', 'data-look'] })
})()`
