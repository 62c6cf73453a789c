import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

// One classic script, which `linkagePage` puts into its HTML; page and worker are the same text.
export default defineConfig({
  publicDir: false,
  resolve: { conditions: ['source', 'module', 'browser', 'import', 'default'] },
  build: {
    outDir: 'dist/page',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rollupOptions: {
      input: fileURLToPath(new URL('src/browser/main.ts', import.meta.url)),
      output: { format: 'iife', entryFileNames: 'page.js' },
    },
  },
});
