import path from 'node:path';

/** Where sandbox/web/vite.config.ts puts the built site: index.html, assets/ and frame-bridge.js. */
export function webFolder(root: string): string {
  return path.join(root, 'dist', 'sandbox-web');
}
