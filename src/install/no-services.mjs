import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'

/** Debian asks this program whether a package may start its service; 101 means no. */
const POLICY_FILE = '/usr/sbin/policy-rc.d'
const POLICY = `#!/bin/sh
# Written by the tests of Setup Plex while they install packages; nothing else needs it.
exit 101
`

/** Null without one; what a killed run left behind counts as none. */
function policyBefore(file) {
  try {
    const text = readFileSync(file, 'utf8')
    return text === POLICY ? null : { text, mode: statSync(file).mode }
  } catch {
    return null
  }
}

// A handler, so that Ctrl-C ends what the work waits for and not this program in the middle of it.
const stay = () => undefined

/** Lets no package that `work` installs start a service, and leaves the policy as it was, however `work` ends. */
export function withoutServices(work, file = POLICY_FILE) {
  const was = policyBefore(file)
  process.on('SIGINT', stay)
  try {
    writeFileSync(file, POLICY)
    chmodSync(file, 0o755)
    return work()
  } finally {
    if (was === null) rmSync(file, { force: true })
    else {
      writeFileSync(file, was.text)
      chmodSync(file, was.mode)
    }
    process.off('SIGINT', stay)
  }
}
