import type { Plugin } from 'vite'

/** What stands in closed parts of a page, and is the app's to open: too much for a first look. By file, what it exports. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  'wizard/parts/record-contents.tsx': ['RecordContents'],
  'wizard/parts/help-link-list.tsx': ['HelpLinkList'],
  'wizard/parts/code-for.tsx': ['CodeFor'],
  'wizard/parts/other-device-code.tsx': ['OtherDeviceCode'],
  'wizard/parts/pick-network.tsx': ['PickNetwork'],
  'wizard/parts/reasons.tsx': ['Reasons'],
  'wizard/parts/how-we-know.tsx': ['HowWeKnow'],
}

/** Draws nothing in their place. */
export function leftOut(): Plugin {
  return {
    name: 'left-out',
    enforce: 'pre',
    load(id) {
      const [, names] = Object.entries(LEFT_OUT).find(([file]) => id.endsWith(`/src/${file}`)) ?? []
      return names === undefined ? null : names.map((name) => `export const ${name} = () => null`).join('\n')
    },
  }
}
