/** The little of jsdom that a page of its own needs; the package brings no types. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(
      html: string,
      options: {
        readonly url: string
        readonly runScripts: 'dangerously'
        readonly beforeParse: (window: Window) => void
      },
    )
    readonly window: Window & typeof globalThis
  }
}
