// Builds every island into a file of its own under crates/portal/assets/islands, from where the program serves it.
// One folder is one island: its index.ts defines one custom element. `shared` holds what several of them use.

import { readdirSync, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const here = import.meta.dirname;
const islands = readdirSync(here).filter((name) => existsSync(resolve(here, name, 'index.ts')));

export default defineConfig({
  root: here,
  base: './',
  publicDir: false,
  build: {
    outDir: resolve(here, '../assets/islands'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: true,
    rolldownOptions: {
      input: Object.fromEntries(islands.map((name) => [name, resolve(here, name, 'index.ts')])),
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'shared-[hash].js',
        assetFileNames: '[name]-[hash][extname]',
      },
      preserveEntrySignatures: 'strict',
    },
  },
  test: { include: ['*/**/*.test.ts'] },
});
