/**
 * Atlassian's own tools on the app in the folder where this process was started. deploy-check-bench.mjs starts it, once
 * for each act, in an environment that keeps the tools off the internet and out of the person's home.
 */

import { getEntryPoints, getNodeBundler, getWrapperProvider, NativeUIBundler } from '@forge/bundler';
import { ConfigFile, FileSystemReader, FileSystemWriter, NullLogger, StatsigService } from '@forge/cli-shared';
import { getClientSideLintersOnly, lint } from '@forge/lint';
import { ProcessorBuilder, ValidationTypes } from '@forge/manifest';

/** @typedef {import('./deploy-check-bench.mjs').ForgeAnswer} ForgeAnswer */

/** Atlassian's switches, as they are for somebody whom its servers do not answer: each as the tools themselves decide. */
class SwitchesOffline extends StatsigService {
  /** @override */
  checkGate() {
    return Promise.resolve(null);
  }

  /** @override */
  getDynamicConfig() {
    return Promise.resolve(null);
  }
}

const switches = new SwitchesOffline(
  NullLogger,
  undefined,
  { getCredentials: () => Promise.reject(new Error('Nobody is logged in.')) },
  { readConfigSection: () => Promise.resolve('missing') },
);
const files = new FileSystemReader();
const config = new ConfigFile(files, new FileSystemWriter());

/** @type {Record<string, () => Promise<ForgeAnswer>>} */
const acts = { manifest: validateManifest, lint: lintSources, bundle: bundleFunctions, uikit: bundleUiKit };

/** @returns {Promise<ForgeAnswer>} */
async function validateManifest() {
  const { success, errors = [] } = await ProcessorBuilder.instance()
    .withValidation(ValidationTypes.FULL)
    .build()
    .process();
  const faults = errors.map((error) => placed('manifest.yml', error));
  return { faults: success || faults.length > 0 ? faults : ['manifest.yml is refused without a reason.'] };
}

/**
 * Warnings count: a handler that is not exported is only a warning to Forge.
 *
 * @returns {Promise<ForgeAnswer>}
 */
async function lintSources() {
  const manifest = await config.readConfig();
  const linters = await getClientSideLintersOnly(manifest, 'development', NullLogger, switches);
  const sources = await files.recursiveReadDir('./src');
  /** @type {{ modules?: Record<string, unknown> }} */
  const { modules = {} } = manifest;
  const results = await lint(sources, manifest, 'development', NullLogger, switches, {
    linter: { mode: 'client-side' },
    linters: linters.filter(({ constructor }) => !hasNothingToSay(constructor.name, modules)),
  });
  return {
    faults: results.flatMap(({ file, errors, warnings, approvals }) =>
      [...errors, ...warnings, ...approvals].map((rule) => placed(file, rule)),
    ),
  };
}

/**
 * Each linter of the manifest compiles the whole schema anew, which takes seconds: three look at what the full
 * validation has looked at, and two only at modules that the app may not have.
 *
 * @param {string} linter
 * @param {Record<string, unknown>} modules
 */
function hasNothingToSay(linter, modules) {
  switch (linter) {
    case 'FullManifestLinter':
    case 'DeprecatedCspPermissionsManifestLinter':
    case 'DeprecatedEgressPermissionsManifestLinter':
      return true;
    case 'PermissionsManifestLinter':
      return modules['trigger'] === undefined;
    case 'AgentProductContextPermissionsManifestLinter':
      return modules['rovo:agent'] === undefined;
    default:
      return false;
  }
}

/** @returns {Promise<ForgeAnswer>} */
async function bundleFunctions() {
  const bundler = getNodeBundler(NullLogger, getWrapperProvider({ fileSystemReader: files }), config);
  const { outputDir } = await bundler.bundle({
    appDirectory: process.cwd(),
    entryPoints: getEntryPoints(await config.getAppHandlers()),
  });
  return { faults: [], outputFolder: outputDir };
}

/** @returns {Promise<ForgeAnswer>} */
async function bundleUiKit() {
  const resources = await config.getResources(['nativeUI']);
  await new NativeUIBundler(NullLogger).bundleResources(resources);
  return { faults: [], remark: resources.map(({ key }) => key).join(', ') };
}

/**
 * @param {string} file
 * @param {{ level?: string, class?: string, message: string, line?: number, column?: number }} problem
 */
function placed(file, { level, class: kind, message, line = 0, column = 0 }) {
  const place = line > 0 ? `${file}:${String(line)}:${String(column)}` : file;
  return `${place} ${level ?? kind ?? 'error'}: ${message}`;
}

/** @param {unknown} error */
function faultOf(error) {
  const message = error instanceof Error ? error.message : String(error);
  return message.replaceAll(`${process.cwd()}/`, '').trim();
}

const answer = await acts[process.argv[3] ?? '']?.().catch((/** @type {unknown} */ error) => ({
  faults: [faultOf(error)],
}));
process.send?.(answer, () => {
  process.disconnect();
});
