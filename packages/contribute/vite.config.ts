import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const source = (path: string) => fileURLToPath(new URL(`src/${path}`, import.meta.url));

// The page's script and its worker, which have no code in common; the portal's baker copies what the manifest names.
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist/browser',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    modulePreload: false,
    chunkSizeWarningLimit: 1500,
    rollupOptions: { input: [source('page/contribute.tsx'), source('worker/contribute-worker.ts')] },
  },
});
