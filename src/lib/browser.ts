export type BrowserFamily = 'chromium' | 'firefox' | 'safari' | 'other'

/** The browser at hand, for steps that name its menus; nothing that the page does depends on it. */
export type Browser = { readonly family: BrowserFamily; readonly onMac: boolean }

/** Reads what a browser says of itself, which may be anything. iPhones and iPads have Safari under every name. */
export function parseBrowser(userAgent: unknown): Browser {
  const text = typeof userAgent === 'string' ? userAgent : ''
  return { family: familyOf(text), onMac: /Macintosh/.test(text) }
}

function familyOf(text: string): BrowserFamily {
  if (/iPhone|iPad|iPod/.test(text)) return 'safari'
  if (/Firefox\//.test(text)) return 'firefox'
  if (/Chrom(e|ium)\//.test(text)) return 'chromium'
  return /Safari\//.test(text) ? 'safari' : 'other'
}
