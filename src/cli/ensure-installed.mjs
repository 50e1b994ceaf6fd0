// Runs before everything else on a fresh clone, so it needs nothing but Node.
import { ensureBrowsers, ensurePackages } from './install.mjs'

ensurePackages()
if (process.argv[2] === 'browsers') ensureBrowsers()
