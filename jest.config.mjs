/** What both projects share: TypeScript file by file without type check (tsc does that), styles and feature gates out of the way. */
const shared = {
  transform: { '^.+\\.tsx?$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.jest.json' }] },
  setupFiles: ['<rootDir>/test/seed.ts'],
  moduleNameMapper: {
    '\\.css$': '<rootDir>/test/stubs/no-styles.ts',
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
      testPathIgnorePatterns: ['<rootDir>/test/browser/'],
    },
    {
      ...shared,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
      testTimeout: 120_000,
    },
  ],
};
