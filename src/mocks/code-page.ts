/** Where the pretend account service gives out claim codes. */
export const CODE_PATH = '/claim'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A page with a fresh claim code, which every pretend server accepts. */
export function codePage(): string {
  const code = Array.from({ length: 20 }, () => LETTERS[Math.floor(Math.random() * LETTERS.length)]).join('')
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>Demo claim code</title>
    <link rel="icon" href="data:,">
    <style>
      :root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif }
      body { max-width: 32rem; margin: 0 auto; padding: 1.5rem }
      code { font-size: 1.1em; overflow-wrap: anywhere; user-select: all }
    </style>
  </head>
  <body>
    <main>
      <h1>Demo claim code</h1>
      <p>Copy it, and paste it into the setup page. Nothing here is real.</p>
      <p><code>claim-${code}</code></p>
    </main>
  </body>
</html>
`
}
