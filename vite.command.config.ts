import { readdirSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vite'
import { fixedEnvironment } from './src/build/fixed-environment.ts'
import { linguiMacros } from './src/build/lingui-macros.ts'
import { manualBeside } from './src/build/manual-plugin.ts'
import { noticesBeside } from './src/build/notices-plugin.ts'
import { UNWARNED } from './src/build/unwarned.ts'

/** What is bundled from elsewhere takes its notice along. */
function noticesFor(moduleIds: readonly string[]): string {
  const packages = moduleIds.flatMap((id) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? [])
  const notices = [...new Set(packages)].map((name) => {
    const folder = new URL(`node_modules/${name}/`, import.meta.url)
    const file = readdirSync(folder).find((each) => /^licen[cs]e(\.\w+)?$/i.test(each))
    if (file === undefined) throw new Error(`${name} has no notice`)
    return `/*! ${name}\n\n${readFileSync(new URL(file, folder), 'utf8').trim()}\n*/`
  })
  return notices.join('\n')
}

/** The command and the library as plain Node programs that need nothing installed. */
export default defineConfig(() => ({
  ...fixedEnvironment(),
  // The command says in English what the page says in every language.
  plugins: [linguiMacros({ keepsEnglish: true }), noticesBeside(), manualBeside()],
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist-node',
    minify: false,
    rolldownOptions: {
      checks: UNWARNED,
      input: { 'setup-plex': 'src/cli/setup-plex.ts', index: 'src/cli/index.ts' },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        footer: ({ moduleIds }) => noticesFor(moduleIds),
      },
    },
  },
}))
