import { Target } from './targets.ts'

/** As much of an element as a library needs that draws nothing into it. */
class QuietElement extends Target {
  readonly nodeType = 1
  readonly nodeName = 'DIV'
  readonly tagName = 'DIV'
  readonly namespaceURI = 'http://www.w3.org/1999/xhtml'
  readonly childNodes: readonly never[] = []
  readonly firstChild = null
  readonly lastChild = null
  readonly parentNode = null
  textContent = ''
  readonly style = {}
  readonly dataset: Record<string, string> = {}
  readonly ownerDocument: unknown
  constructor(ownerDocument: unknown) {
    super()
    this.ownerDocument = ownerDocument
  }
  setAttribute(): void {}
  removeAttribute(): void {}
  appendChild(): void {}
}

/** A document in which nothing is drawn. */
export class QuietDocument extends Target {
  readonly nodeType = 9
  readonly nodeName = '#document'
  visibilityState: 'visible' | 'hidden' = 'visible'
  activeElement: unknown = null
  readonly documentElement = new QuietElement(this)
  readonly body = new QuietElement(this)
  defaultView: unknown = null
  title = ''
  override forget(): void {
    super.forget()
    const { dataset } = this.documentElement
    for (const name of Object.keys(dataset)) delete dataset[name]
  }
  newPlace(): QuietElement {
    return new QuietElement(this)
  }
  querySelector(): null {
    return null
  }
  getElementById(): null {
    return null
  }
  getElementsByTagName(): readonly never[] {
    return []
  }
  createElement(): QuietElement {
    return new QuietElement(this)
  }
}
