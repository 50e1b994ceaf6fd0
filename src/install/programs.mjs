// Which system programs the tests lack, and what is done about it. Pure: install.mjs does it.

/** Debian's package for each program. */
const PACKAGES = {
  chromium: 'chromium',
  'firefox-esr': 'firefox-esr',
  WebKitWebDriver: 'webkit2gtk-driver',
  Xvfb: 'xvfb',
  openbox: 'openbox',
  ip: 'iproute2',
  nft: 'nftables',
  nginx: 'nginx-light',
  haproxy: 'haproxy',
  openssl: 'openssl',
  unshare: 'util-linux',
  w3m: 'w3m',
  wkhtmltopdf: 'wkhtmltopdf',
  pdftotext: 'poppler-utils',
  zsh: 'zsh',
  fish: 'fish',
  mandoc: 'mandoc',
}
/** What a part needs besides its programs. */
const AND = {
  chromium: ['fonts-dejavu-core'],
  firefox: ['fonts-dejavu-core'],
  webkit: ['dbus', 'fonts-dejavu-core'],
  lan: [],
  proxies: [],
  plain: ['fonts-dejavu-core'],
  shells: [],
}
/** What each part is for. */
const WHY = {
  chromium: 'for every test in a browser',
  firefox: 'for the same in a second engine',
  webkit: 'for the same in a third engine, which needs a display',
  lan: 'for a home network with a router, a firewall and a web server',
  proxies: 'for what stands in front of a server, in its own words',
  plain: 'for a text browser, and for one of 2012',
  shells: 'for what shells complete of the command, and for its manual',
}

function packagesOf(part, programs) {
  return [...programs.map((name) => PACKAGES[name]), ...AND[part]]
}

/**
 * What to do about the programs that are missing, by part as `missingParts` gives them. `install` says what is about to
 * be installed. `tell` says what is missing, and the one command that installs it, where there is one. Packages of the
 * system are installed without asking only for root, whose computer it is, and on build machines.
 */
export function planFor({ missing, isRoot, isCi, hasAptGet, command }) {
  const parts = Object.entries(missing)
  if (parts.length === 0) return { kind: 'nothing' }
  const list = (namesOf) =>
    parts.map(([part, programs]) => `  ${namesOf(part, programs).join(', ')}: ${WHY[part]}`)
  if (!hasAptGet) {
    return { kind: 'tell', lines: ['Not installed here:', ...list((_part, programs) => programs)] }
  }
  const lines = list(packagesOf)
  if (!isRoot && !isCi) {
    return {
      kind: 'tell',
      lines: ['The tests could use more of this system:', ...lines, `To install that: sudo ${command}`],
    }
  }
  return {
    kind: 'install',
    as: isRoot ? 'root' : 'sudo',
    packages: [...new Set(parts.flatMap(([part, programs]) => packagesOf(part, programs)))],
    lines: [
      `Installing packages of the system with apt-get (${isRoot ? 'run by root' : 'on a build machine'}):`,
      ...lines,
      'None of them is started as a service.',
    ],
  }
}
