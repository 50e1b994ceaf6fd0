/** A browser as a person has it: several tabs that share their storage. */
export interface Browser {
  readonly name: string
  open(url: string): Promise<Tab>
  /** Every tab that is open now, also those that a page opened, oldest first. */
  tabs(): Promise<readonly Tab[]>
  /** Addresses of all requests so far that were made by pages, in order. */
  requests(): readonly string[]
  close(): Promise<void>
}

/** One tab. Elements are named by CSS selectors; `read` takes an expression and gives its JSON value. */
export interface Tab {
  goTo(url: string): Promise<void>
  reload(): Promise<void>
  url(): Promise<string>
  click(selector: string): Promise<void>
  type(selector: string, text: string): Promise<void>
  /** A key by its name on the keyboard, such as `Tab` or `Enter`, for whatever has the focus. */
  press(key: string): Promise<void>
  read<T>(expression: string): Promise<T>
  /** Runs a script and waits for what it promises; the page's own policy does not apply to it. */
  run<T>(script: string): Promise<T>
  /** Brings it to the front; the tab that was there is hidden from now on. */
  show(): Promise<void>
  size(width: number, height: number): Promise<void>
  screenshot(file: string): Promise<void>
  close(): Promise<void>
}

export type Looks = { readonly colours?: 'light' | 'dark'; readonly language?: string }
