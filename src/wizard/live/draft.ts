/** Text in a field; it outlives the screen it is typed on, when another one takes over in the middle. */
export type Draft = { readonly text: string; readonly typing: boolean }

export const NO_DRAFT: Draft = { text: '', typing: false }
