import { fileURLToPath } from 'node:url';

import react from '@vitejs/plugin-react';
import { build } from 'esbuild';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The sandbox's own site. The frame's half of the bridge is a plain script beside it, as it must run before any module. */
export default defineConfig({
  root: here('.'),
  base: '/',
  publicDir: false,
  plugins: [react(), frameBridge()],
  resolve: {
    alias: [
      {
        find: /^@atlaskit\/feature-gate-js-client(\/feature-gates)?$/,
        replacement: here('./quiet-feature-gates.ts'),
      },
    ],
  },
  build: {
    outDir: here('../../dist/sandbox-web'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
  },
});

function frameBridge(): Plugin {
  return {
    name: 'frame-bridge',
    async generateBundle() {
      const entry = here('./bridge/frame-bridge.ts');
      const { outputFiles } = await build({
        entryPoints: [entry],
        bundle: true,
        write: false,
        format: 'iife',
        target: 'es2022',
        minify: true,
      });
      for (const { text } of outputFiles) this.emitFile({ type: 'asset', fileName: 'frame-bridge.js', source: text });
    },
    buildStart() {
      this.addWatchFile(here('./bridge/frame-bridge.ts'));
      this.addWatchFile(here('./bridge/wire.ts'));
    },
  };
}
