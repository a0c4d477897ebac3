/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  // Test files are imported by Node itself; the file says why.
  testRunner: '<rootDir>/test/support/native/runner.mjs',
  injectGlobals: false,
  transform: {},
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  globalSetup: '<rootDir>/test/support/postgres-setup.mjs',
  globalTeardown: '<rootDir>/test/support/postgres-teardown.mjs',
  // By default Jest leaves one core idle: half of a machine with two.
  maxWorkers: '100%',
  // Ten times what the slowest takes by itself.
  testTimeout: 60_000,
};
