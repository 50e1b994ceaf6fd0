// Runs before everything else on a fresh clone, so it needs nothing but Node.
import { ensureBrowser, ensurePackages } from './install.mjs'

ensurePackages()
if (process.argv[2] === 'browser') ensureBrowser()
