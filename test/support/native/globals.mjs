// What tests import from `@jest/globals`. Node loads this once, and each test file has globals of its own: the runner
// puts them in place before it imports the file.
export let afterAll;
export let afterEach;
export let beforeAll;
export let beforeEach;
export let describe;
export let expect;
export let test;

/** Where circus looks. */
const timeout = Symbol.for('TEST_TIMEOUT_SYMBOL');

/** Of Jest's own object only what does without its module system. */
export const jest = {
  setTimeout: (milliseconds) => {
    globalThis[timeout] = milliseconds;
  },
};

/** Begins a test file with the globals that circus made for it. */
export function begin(globals) {
  ({ afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } = globals);
}
