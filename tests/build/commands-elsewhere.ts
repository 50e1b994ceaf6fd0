import { SYSTEMS } from '../../src/server/systems.ts'

const UNPACKED = ['tests/package/documents.test.ts', 'commandIn'] as const
/** On other systems than the one that runs the tests. Only what begins with sudo is taken for a command. */
const OF_SYSTEMS = ['tests/build/tables.test.ts', 'with their folders and lines'] as const
const SYSTEM_LINES = Object.values(SYSTEMS)
  .flat()
  .flatMap(({ stop, start }) => [...stop, ...start])
  .filter((line) => line.startsWith('sudo '))
const DEMO = 'tests/demo/demo.test.ts'
const ENGINE = ['tests/build/container.test.ts', 'the lines for an engine'] as const
const IN_DEBIAN = 'tests/release/deb-checks.ts'
/** Of systemd and its log, which run nowhere here. */
const SYSTEMD = [IN_DEBIAN, 'a system that systemd has started'] as const

const EXECUTABLE = ['tests/package/executable.test.ts', "linesOf('docs/executables.md')"] as const

/** Commands that another test runs: the test, and words in it. */
export const RUN_ELSEWHERE: Readonly<Record<string, readonly [file: string, words: string]>> = {
  ...Object.fromEntries(SYSTEM_LINES.map((line) => [line, OF_SYSTEMS])),
  'npm start': [DEMO, 'the pretend server moves on when its port is taken'],
  'npm start -- --server': [DEMO, 'one sentence, exit code 1'],
  'npm start -- --server http://192.168.1.10:32400': [DEMO, 'a dead address: one sentence, exit code 1'],
  'npm test': ['.ci/run', 'npm test'],
  'npm run test:taken -- npm test': ['tests/demo/ports-taken.test.ts', 'ports-taken.ts'],
  'sha256sum --check --ignore-missing SHA256SUMS': EXECUTABLE,
  'chmod +x setup-plex-linux-x64': EXECUTABLE,
  './setup-plex-linux-x64 --help': EXECUTABLE,
  'npm ci': ['src/install/install.mjs', "'ci'"],
  'npm pack': ['tests/package/global-setup.ts', "'pack'"],
  'npm install --global ./setup-plex-*.tgz': UNPACKED,
  'npm publish ./release/<version>/setup-plex-<version>.tgz': [
    'tests/package/publish.test.ts',
    "['publish', ",
  ],
  'tar -xzf setup-plex-*.tgz': UNPACKED,
  'node --version': UNPACKED,
  'node package/dist-node/setup-plex.js': UNPACKED,
  [`echo '{"format":1,"server":{"friendlyName":"Attic"}}' | python3 package/docs/examples/stamp.py "package/dist/Setup Plex.html" "Setup Plex.html"`]:
    UNPACKED,
  'cp package/docs/examples/compose.yaml .': ENGINE,
  'mkdir -p "config/Library/Application Support/Plex Media Server"': ENGINE,
  'docker compose up -d': ENGINE,
  'docker compose --profile serve up -d': ENGINE,
  'docker build --tag setup-plex --file package/docs/examples/Dockerfile package': ENGINE,
  'docker run --rm --network host --read-only --cap-drop ALL setup-plex find': ENGINE,
  'docker run --rm --network host --read-only --cap-drop ALL setup-plex': ENGINE,
  'docker run --network host --health-cmd "node /setup-plex/dist-node/setup-plex.js serve --check --listen 192.168.1.10:32480" setup-plex serve --listen 192.168.1.10:32480':
    ENGINE,
  'sudo apt install ./setup-plex_*.deb': [IN_DEBIAN, "typed('sudo apt install')"],
  'sudo apt remove setup-plex': [IN_DEBIAN, "typed('sudo apt remove')"],
  'sudo apt purge setup-plex': [IN_DEBIAN, "typed('sudo apt purge')"],
  'setup-plex --version': [IN_DEBIAN, "typed('setup-plex --version')"],
  'setup-plex serve --help': ['tests/cli/documented.test.ts', '--help'],
  'sudo systemctl enable --now setup-plex': SYSTEMD,
  'sudo systemctl edit setup-plex': SYSTEMD,
  'journalctl -u setup-plex': SYSTEMD,
}

const OPENING = ['tests/build/opening-examples.test.ts', 'docs/embedding.md'] as const

/** Blocks that hold no commands, by their first line: the test that knows what they show, and words in it. */
export const NO_COMMANDS: Readonly<Record<string, readonly [file: string, words: string]>> = {
  'Facts → screenOf(facts) → Screen → page': ['tests/wizard/screen-of.test.ts', 'screenFor'],
  'Evidence → verdictOf(evidence) → causes, ranked → words and steps': [
    'tests/diagnosis/verdict.test.ts',
    'verdictOf',
  ],
  'src/app/         providers, route, the frame around the pages, crash page': [
    'tests/build/readme.test.ts',
    'The map',
  ],
  'server {': ['tests/package/nginx-printed.test.ts', 'docs/command.md'],
  'location ~ ^/(setup-plex/|identity$|myplex/claim$) {': [
    'tests/package/nginx-printed.test.ts',
    'docs/command.md',
  ],
  '<script id="setup-stamp" type="application/json">{}</script>': [
    'tests/build/contract.test.ts',
    'EMPTY_ELEMENT',
  ],
  "import { stamp, write } from 'setup-plex'": ['tests/package/package.test.ts', "from 'setup-plex'"],
  'const page = await stamp({': ['tests/package/package.test.ts', 'await stamp('],
  'const UINT openPlex = 1;': OPENING,
  'let item = NSMenuItem(title: "Open Plex…", action: #selector(openPlex), keyEquivalent: "")': OPENING,
  'QPKG_WEBUI="/setup#/open"': OPENING,
  'adminprotocol="http"': OPENING,
  'Type=Application': OPENING,
  'Content-Type: text/html; charset=utf-8': ['tests/package/serve.test.ts', 'content-security-policy'],
}
