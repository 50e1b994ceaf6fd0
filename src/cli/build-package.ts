import { join } from 'node:path'
import { build } from 'vite'
import { ROOT } from './build-page.ts'

// A package is for real servers: nobody who installs it could tell what stood in this environment.
delete process.env['VITE_ACCOUNT_ORIGIN']

for (const config of ['vite.config.ts', 'vite.command.config.ts'])
  await build({ root: ROOT, configFile: join(ROOT, config), mode: 'production', logLevel: 'warn' })
