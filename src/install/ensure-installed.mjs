// Runs before everything else on a fresh clone, so it needs nothing but Node.
import { ensureBrowsers, ensurePackages, ensurePrograms } from './install.mjs'

const [what] = process.argv.slice(2)
// Run by root only for the system's programs: the project's own packages belong to the person who works on it.
if (what !== 'programs') ensurePackages()
if (what === 'programs') ensurePrograms()
if (what === 'browsers') ensureBrowsers()
