import { availableParallelism } from 'node:os';

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
  // By default Jest leaves one core idle. Many files wait for processes that they have started: half as many again as there
  // are cores keep them all busy (two cores: 164 to 173 s instead of 185).
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  // Ten times what the slowest takes by itself.
  testTimeout: 60_000,
};
