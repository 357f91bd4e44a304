import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';

export interface ServedFile {
  contentType: string;
  bytes: Buffer;
}

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/**
 * A file of a folder, or undefined when there is none there.
 *
 * @param name path below the folder as the browser asked for it; whatever it says (`..`, links), nothing outside the
 * folder is read
 */
export async function fileUnder(folder: string, name: string): Promise<ServedFile | undefined> {
  if (name.includes('\0')) return undefined;
  try {
    const top = await realpath(folder);
    const file = await realpath(path.join(top, name));
    if (!file.startsWith(top + path.sep)) return undefined;
    return {
      contentType: contentTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream',
      bytes: await readFile(file),
    };
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

function isAbsence(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'ENAMETOOLONG';
}
