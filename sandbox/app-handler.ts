import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Handler } from './forge/host';

/**
 * Loads the functions of the built app, as Forge loads what its bundler made. A bundle that was built anew is loaded anew;
 * between builds the module stays, with all that it keeps at its top: as in a warm runtime of Forge.
 * @param root the project's folder
 */
export function builtAppHandlers(root: string): (handler: string) => Promise<Handler> {
  const require = createRequire(join(root, 'package.json'));
  const builds = new Map<string, number>();
  return async (handler) => {
    const [module = '', name = ''] = handler.split('.');
    const bundle = join(root, 'dist', 'app', `${module}.cjs`);
    const build = await stat(bundle).then(
      ({ mtimeMs }) => mtimeMs,
      () => {
        throw new Error(
          `The app is not built: ${bundle} is missing. Run npm start, or npm run dev while you work on it.`,
        );
      },
    );
    if (builds.get(bundle) !== build) {
      Reflect.deleteProperty(require.cache, bundle);
      builds.set(bundle, build);
    }
    const exported: unknown = require(bundle);
    const found = exportOf(exported, name);
    if (!isHandler(found))
      throw new Error(`manifest.yml names the handler '${handler}', but ${bundle} exports no function '${name}'.`);
    return found;
  };
}

function exportOf(exported: unknown, name: string): unknown {
  return typeof exported === 'object' && exported !== null
    ? new Map<string, unknown>(Object.entries(exported)).get(name)
    : undefined;
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}
