import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

const PLACEHOLDER = '<meta name="content-security-policy-goes-here" />'

function hashesOf(html: string, pattern: RegExp): string {
  const hashes = [...html.matchAll(pattern)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  )
  return hashes.length === 0 ? "'none'" : hashes.join(' ')
}

/**
 * The policy for one built page: every inline script and style by its hash, nothing else runs.
 * Data blocks (the stamp) are not scripts to a browser, so filling the stamp changes no hash.
 * `connect-src` stays open because nobody knows the server's address beforehand; what the page may
 * contact is decided by `src/wizard/facts/candidates.ts`.
 */
export function policyFor(html: string): string {
  return [
    "default-src 'none'",
    `script-src ${hashesOf(html, /<script(?![^>]*application\/json)[^>]*>([\s\S]*?)<\/script>/g)}`,
    `style-src ${hashesOf(html, /<style[^>]*>([\s\S]*?)<\/style>/g)}`,
    'connect-src http: https:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types waiting identity-xml first-look-xml painter-xml',
  ].join('; ')
}

/** Puts the policy into the finished page. Last in the chain: whatever changes the page later breaks it. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'asset' || !file.fileName.endsWith('.html')) continue
          const html = String(file.source)
          if (!html.includes(PLACEHOLDER)) this.error(`${file.fileName} has no place for the policy`)
          // A function, because the hashes and the page may contain "$".
          file.source = html.replace(
            PLACEHOLDER,
            () => `<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}" />`,
          )
        }
      },
    },
  }
}
