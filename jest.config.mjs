import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

/**
 * Real teams' data and Atlassian's API description lie beside the project and are not part of it (../shared). Where they
 * are not, GitHub for one, the tests on them cannot run, and that is said, not hidden.
 */
const onSharedData = existsSync(join(root, '../shared')) ? [] : testFilesOnSharedData();
if (onSharedData.length > 0) {
  process.stderr.write(
    `NOT RUN: ${String(onSharedData.length)} test files need the data of ../shared, which is not here:\n`,
  );
  for (const file of onSharedData) process.stderr.write(`  ${file}\n`);
}

/** Those that name the data or what reads it, and all that hold the sandbox against Atlassian's description. */
function testFilesOnSharedData() {
  const mention = /csvSite|devlakeSite|\bshared\b|recorded-(files|readers|answers)/;
  return readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map((file) => `test/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter((file) => file.startsWith('test/fidelity/') || mention.test(readFileSync(join(root, file), 'utf8')));
}

/** What both projects share: TypeScript file by file without type check (tsc does that), styles and feature gates out of the way. */
const shared = {
  transform: { '^.+\\.tsx?$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.jest.json' }] },
  setupFiles: ['<rootDir>/test/seed.ts'],
  moduleNameMapper: {
    '\\.css$': '<rootDir>/test/stubs/no-styles.ts',
    // Their browser builds are ES modules, which jest does not load; the same code is there as CommonJS.
    '^csv-stringify/browser/esm/sync$': 'csv-stringify/sync',
    '^csv-parse/browser/esm/sync$': 'csv-parse/sync',
    '^@atlaskit/feature-gate-js-client(/feature-gates)?$': '<rootDir>/static/planner/src/feature-gates.ts',
  },
  // Built code has modules of the same names.
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/static/planner/dist/'],
  watchPathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test-artefacts/', '<rootDir>/.sandbox/'],
};

export default {
  // A test that needs another to have run before it is found out; the seed is printed, `--seed` repeats the order.
  randomize: true,
  // jest leaves one core for itself, which of two is half.
  maxWorkers: '100%',
  projects: [
    {
      ...shared,
      displayName: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
      testPathIgnorePatterns: ['<rootDir>/test/browser/', ...onSharedData],
    },
    {
      ...shared,
      displayName: 'browser',
      globalSetup: '<rootDir>/test/browser/find-chromium.ts',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
      testPathIgnorePatterns: onSharedData,
    },
  ],
};
