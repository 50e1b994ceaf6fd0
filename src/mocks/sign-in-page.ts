/** Where the pretend account service answers with its sign-in page. */
export const SIGN_IN_PATHS: readonly string[] = ['/desktop', '/desktop/', '/auth', '/auth/']

/** Where the page posts an approval, with `?machineIdentifier=…`. */
export const APPROVE_PATH = '/pretend/approve'

/** The `localStorage` key through which an approval reaches the pretend network in another tab: `{ machineIdentifier, at }`. */
export const APPROVAL_KEY = 'pretend-account'

const STYLE = `
  :root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif }
  body { max-width: 32rem; margin: 0 auto; padding: 1.5rem }
  .band { padding: .5rem .75rem; border: 2px solid; border-radius: 12px; font-weight: 600 }
  code { font-size: 1.1em; overflow-wrap: anywhere }
  button { font: inherit; min-height: 44px; padding: 0 1.25rem; margin: 0 .5rem .5rem 0; border-radius: 12px }
`

const SCRIPT = `
  const APPROVE_PATH = ${JSON.stringify(APPROVE_PATH)}
  const APPROVAL_KEY = ${JSON.stringify(APPROVAL_KEY)}
  const element = (id) => document.getElementById(id)
  const say = (text) => { element('status').textContent = text }

  // Either #!/server/<machineIdentifier>/await or #?clientID=<machineIdentifier>&code=…&forwardUrl=…
  function asked() {
    const values = new URLSearchParams(location.hash.replace(/^#!?[?]/, ''))
    const named = /^#!\\/server\\/([^/]+)/.exec(location.hash)
    const id = named ? named[1] : values.get('clientID')
    return {
      id: /^[0-9a-f]{32,64}$/i.test(id ?? '') ? id : null,
      code: values.get('code'),
      product: values.get('context[device][product]'),
      forwardUrl: /^https?:\\/\\//i.test(values.get('forwardUrl') ?? '') ? values.get('forwardUrl') : null,
    }
  }

  function show() {
    const { id, code, product } = asked()
    element('question').hidden = id === null
    element('nobody').hidden = id !== null
    element('server').textContent = (id ?? '').slice(-6)
    element('product').textContent = product ?? 'Media server'
    element('with-code').hidden = code === null
    element('code').textContent = code ?? ''
    say('')
  }

  function remember(machineIdentifier) {
    try {
      localStorage.setItem(APPROVAL_KEY, JSON.stringify({ machineIdentifier, at: Date.now() }))
    } catch {
      // Storage may be switched off; the POST does the same for a server on a real socket.
    }
  }

  async function approve() {
    const { id, forwardUrl } = asked()
    element('approve').disabled = true
    try {
      const answer = await fetch(APPROVE_PATH + '?machineIdentifier=' + encodeURIComponent(id), { method: 'POST' })
      if (!answer.ok) throw new Error(String(answer.status))
    } catch {
      element('approve').disabled = false
      say('The demo is no longer running, so nothing was changed. Start it again, then come back.')
      return
    }
    remember(id)
    element('choices').hidden = true
    if (forwardUrl === null) return say('Approved. Go back to the other tab.')
    say('Approved. Taking you back to ' + forwardUrl)
    setTimeout(() => location.assign(forwardUrl), 1000)
  }

  function giveUp() {
    element('choices').hidden = true
    say('Nothing was changed. You can close this tab.')
  }

  element('approve').addEventListener('click', approve)
  element('give-up').addEventListener('click', giveUp)
  addEventListener('hashchange', () => { element('choices').hidden = false; element('approve').disabled = false; show() })
  show()
`

/** The whole sign-in page of the pretend account service. Static: it reads the server from its own address. */
export const SIGN_IN_PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>Demo account</title>
    <link rel="icon" href="data:,">
    <style>${STYLE}</style>
  </head>
  <body>
    <main>
      <h1>Demo account</h1>
      <p class="band">Demo account: nothing real. There is no password, and nothing leaves this computer.</p>
      <div id="question">
        <p><span id="product">Media server</span> ending in <code id="server"></code> wants to be linked to the demo account.</p>
        <p id="with-code" hidden>It brought the code <code id="code"></code>.</p>
        <p id="choices">
          <button type="button" id="approve">Approve</button>
          <button type="button" id="give-up">Give up</button>
        </p>
      </div>
      <p id="nobody" hidden>This address names no server. Go back to the setup page and use its sign-in link.</p>
      <p id="status" role="status"></p>
    </main>
    <script>${SCRIPT}</script>
  </body>
</html>
`
