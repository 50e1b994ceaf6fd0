import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { pretendNetwork, type PretendNetwork } from '../../src/mocks/network.ts'
import { pass } from './clock.ts'
import { ADDRESS, home, NEW_ADDRESS, SERVER, stampFor } from './home.ts'
import { press, skipClosedRows, tabTo } from './keys.ts'
import { listen, type Listener } from './listen.ts'
import { arriveAt, openPage, type Opening, type Page } from './open-page.tsx'
import { codesSent } from './traffic.ts'
import { CLAIMED, MISSING, READY, SEARCHING, WAITING } from './words.ts'

const CODE = 'claim-abcdefghij0123456789'
const LINKING = 'Your server is being linked'

beforeEach(skipClosedRows)

/** A person who sees nothing and has a keyboard: what they hear is all that they know. */
async function blindly(opening: Opening): Promise<{ page: Page; ears: Listener }> {
  const page = openPage(opening)
  return { page, ears: await listen() }
}

/** Everything heard on the way to this heading, which comes last. */
async function heardUntil(ears: Listener, heading: string | RegExp, withinMs?: number): Promise<string> {
  await arriveAt(heading, withinMs)
  await pass(300)
  return (await ears.heard()).at(-1) ?? ''
}

/** One server at this address, and nobody else. */
function alone(address: string): PretendNetwork {
  const network = pretendNetwork([{ address, behaviour: 'unclaimed', machineIdentifier: SERVER }], {
    now: () => performance.now(),
    elsewhere: 'nobody',
  })
  network.add({ address: 'http://127.0.0.1:32399', behaviour: 'refusing' })
  return network
}

describe('by keyboard and by ear alone', () => {
  it('somebody finds a server that no file names', async () => {
    const { page, ears } = await blindly({ network: alone('http://192.168.178.20:32400') })
    expect(await heardUntil(ears, MISSING, 10_000)).toBe("heading, Let's find your server, level 1")
    await press(page, 'Search my network')
    expect(await heardUntil(ears, 'No server was found yet', 20_000)).toBe(
      'heading, No server was found yet, level 1',
    )
    await press(page, 'FRITZ!Box')
    expect(await heardUntil(ears, SEARCHING)).toBe('polite: One server so far.')
    expect(await heardUntil(ears, READY, 60_000)).toBe(`heading, ${READY}, level 1`)
  })

  it('somebody signs in', async () => {
    const network = home()
    const { page, ears } = await blindly({ network, stamp: stampFor() })
    expect(await heardUntil(ears, READY)).toBe(`heading, ${READY}, level 1`)
    await tabTo(page, 'Sign in')
    expect((await ears.heard()).at(-1)).toBe('link, Sign in (opens a new tab)')
    await press(page)
    expect(await heardUntil(ears, WAITING)).toBe(`heading, ${WAITING}, level 1`)
    network.approve(SERVER)
    expect(await heardUntil(ears, CLAIMED)).toBe(`heading, ${CLAIMED}, level 1`)
    await tabTo(page, 'Open Plex')
    expect((await ears.heard()).at(-1)).toBe('link, Open Plex (opens a new tab)')
  })

  it('somebody looks for a server that has moved', async () => {
    const { page, ears } = await blindly({ network: alone(NEW_ADDRESS), stamp: stampFor([ADDRESS]) })
    expect(await heardUntil(ears, MISSING, 10_000)).toBe(
      'heading, The server “Attic NAS” does not answer, level 1',
    )
    await press(page, 'Search my network')
    expect(await heardUntil(ears, READY, 60_000)).toBe(`heading, ${READY}, level 1`)
  })

  it('somebody uses a code, and hears what was wrong with the first', async () => {
    const network = home()
    const { page, ears } = await blindly({ network, stamp: stampFor() })
    await arriveAt(READY)
    await press(page, 'Use a claim code')
    await tabTo(page, 'The claim code')
    expect((await ears.heard()).at(-1)).toMatch(/^textbox, The claim code, The code begins with claim-/)
    await page.user.keyboard('nonsense')
    await press(page)
    await pass(300)
    // An alert speaks when it comes; the one who reads here says only what changes in one that is there.
    expect(screen.getByRole('alert')).toHaveProperty(
      'id',
      document.activeElement?.getAttribute('aria-describedby')?.split(' ')[0],
    )
    await page.user.clear(document.activeElement as HTMLElement)
    await page.user.paste(CODE)
    await press(page)
    expect(await heardUntil(ears, LINKING)).toBe(`heading, ${LINKING}, level 1`)
    expect(await heardUntil(ears, CLAIMED, 20_000)).toBe(`heading, ${CLAIMED}, level 1`)
    expect(codesSent()).toHaveLength(1)
  })
})
