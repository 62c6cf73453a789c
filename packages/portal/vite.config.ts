import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const filesOf = (folder: string, ending: RegExp) =>
  readdirSync(new URL(`src/${folder}/`, import.meta.url))
    .filter((name) => ending.test(name))
    .map((name) => fileURLToPath(new URL(`src/${folder}/${name}`, import.meta.url)));

// The scripts and the style sheets that pages load; the baker copies what the manifest names.
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist/browser',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rollupOptions: { input: [...filesOf('islands', /(?<!\.d)\.tsx?$/), ...filesOf('style/rooms', /\.css$/)] },
  },
});
