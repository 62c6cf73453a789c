import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const island = (name: string) => fileURLToPath(new URL(`src/islands/${name}`, import.meta.url));

// The scripts and the style sheet that pages load; the baker copies what the manifest names.
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist/browser',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rollupOptions: { input: [island('site.ts'), island('explore.tsx')] },
  },
});
