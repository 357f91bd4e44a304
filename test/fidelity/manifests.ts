import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import * as z from 'zod';
import { operations } from '../../sandbox/jira/operations';
import { appFolder } from './recorded-app';

/** The app's manifest.yml as it stands. */
export const manifest = readFileSync(join(appFolder, 'manifest.yml'), 'utf8');

const scopesSchema = z.looseObject({ permissions: z.looseObject({ scopes: z.array(z.string()) }) });

export function scopesOf(text: string): string[] {
  return scopesSchema.parse(parse(text)).permissions.scopes;
}

/** The app's manifest with every scope that the sandbox knows: what is called on it is what the app needs, whatever it declares. */
export function withEveryScope(text: string): string {
  const parsed = scopesSchema.parse(parse(text));
  const scopes = [...new Set(['storage:app', ...operations.flatMap((operation) => operation.scopes)])];
  return stringify({ ...parsed, permissions: { ...parsed.permissions, scopes } });
}

/** Does something with a folder that has this manifest.yml and nothing else. */
export async function inFolderWith<Result>(text: string, act: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'planprism-manifest-'));
  try {
    writeFileSync(join(folder, 'manifest.yml'), text);
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
