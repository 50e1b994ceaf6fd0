// `npm start`: installs what is missing, then runs the demo in this same process. A shell between npm and the
// demo would turn Ctrl-C into a failure.
import { ensurePackages } from '../install/install.mjs'

ensurePackages()
const { register } = await import('tsx/esm/api')
register()
await import('./demo.ts')
