import { defineConfig } from 'vite'
import { fixedEnvironment } from './src/build/fixed-environment.ts'
import { noticesBeside } from './src/build/notices-plugin.ts'

/** The command and the library as plain Node programs that need nothing installed. */
export default defineConfig(() => ({
  ...fixedEnvironment(),
  plugins: [noticesBeside()],
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist-node',
    minify: false,
    rolldownOptions: {
      input: { 'setup-plex': 'src/command/setup-plex.ts', index: 'src/command/index.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
}))
