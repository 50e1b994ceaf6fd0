import { BEHAVIOURS, STAGES, type Behaviour } from './behaviours.ts'
import { devAddress, HOST_NAMES } from './dev-network.ts'

/** Where the development server lists the pretend hosts. */
export const HOSTS_PATH = '/hosts'
/** Where it shows every screen, whatever hosts do. */
const GALLERY = '/#/gallery'

const STYLE = `
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
  body { max-width: 60rem; margin: 0 auto; padding: 1.5rem }
  table { border-collapse: collapse }
  th, td { padding: .5rem 1rem .5rem 0; border-top: 1px solid; text-align: left; vertical-align: top }
  a { display: inline-block; min-height: 24px }
`

function row([behaviour, does]: readonly [string, string]): string {
  const known = behaviour as Behaviour
  return `<tr>
          <td><a href="/#/?at=${devAddress(known)}">${HOST_NAMES[known]}</a></td>
          <td>${does}</td>
          <td><code>${STAGES[known].join(' → ')}</code></td>
        </tr>`
}

/** Every pretend host as a link, with what it does and which stages the page then shows. */
export function hostsPage(): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>Pretend hosts</title>
    <link rel="icon" href="data:,">
    <style>${STYLE}</style>
  </head>
  <body>
    <main>
      <h1>Pretend hosts</h1>
      <p>Each misbehaves in its own way, in this browser only. <a href="/">Without any of them</a>, the page finds an unclaimed server on this computer.</p>
      <p><a href="${GALLERY}">Every screen at once</a>, without any host.</p>
      <table>
        <thead><tr><th scope="col">Host</th><th scope="col">What it does</th><th scope="col">What the page shows</th></tr></thead>
        <tbody>
        ${Object.entries(BEHAVIOURS).map(row).join('\n        ')}
        </tbody>
      </table>
    </main>
  </body>
</html>
`
}
