import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const besideThisFile = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: besideThisFile('.'),
  // Forge serves the resource from a path that nobody knows beforehand.
  base: './',
  plugins: [react()],
  resolve: {
    // Atlaskit brings Atlassian's experiment client (Statsig): 33 kB that can only answer "no" outside Atlassian's products.
    alias: [
      {
        find: /^@atlaskit\/feature-gate-js-client(\/feature-gates)?$/,
        replacement: besideThisFile('./src/feature-gates.ts'),
      },
    ],
  },
  build: {
    outDir: besideThisFile('./dist'),
    emptyOutDir: true,
    target: 'es2022',
    // Every browser that Jira supports preloads modules itself.
    modulePreload: { polyfill: false },
    // What the first page needs is opened in one go: splitting it would only add requests, and packs worse.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
    chunkSizeWarningLimit: 1000,
  },
});
