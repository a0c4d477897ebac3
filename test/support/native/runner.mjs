// Jest's testRunner: jest-circus, as always, but files are imported by Node itself and not evaluated in a sandbox of
// their own. Modules of the program and of its dependencies are loaded and compiled once for each worker rather than
// once for each test file, which was most of the time of a run. In return a test file must leave nothing behind in
// the process: no changed global, no listener of the process, no state of a module.
import { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';
import { register as registerTypeScript } from 'tsx/esm/api';
import { begin } from './globals.mjs';

const require = createRequire(import.meta.url);
const ofCircus = new Set(['JEST_STATE_SYMBOL', 'EVENT_HANDLERS', 'TEST_TIMEOUT_SYMBOL']);
const circus = /[\\/]node_modules[\\/]jest-circus[\\/]/;

registerTypeScript();
register('./globals-hook.mjs', import.meta.url);

/** Circus keeps the tests of a file in its modules and in the global object: each file gets its own. */
function freshCircus() {
  for (const file of Object.keys(require.cache)) if (circus.test(file)) delete require.cache[file];
  for (const symbol of Object.getOwnPropertySymbols(globalThis))
    if (ofCircus.has(symbol.description)) delete globalThis[symbol];
  return require('jest-circus/runner').default;
}

/** What circus asks of Jest's module system, done by Node's. */
const runtime = {
  requireInternalModule: require,
  requireModule: require,
  setGlobalsForRuntime: begin,
  unstable_shouldLoadAsEsm: () => true,
  unstable_importModule: (file) => {
    // Jest has put its own in place, which does not know where Node's loader keeps its source maps.
    Error.prepareStackTrace = undefined;
    return import(pathToFileURL(file).href);
  },
  enterTestCode: () => undefined,
  leaveTestCode: () => undefined,
};

export default function runFile(globalConfig, config, environment, _runtime, testPath, report) {
  return freshCircus()(globalConfig, config, environment, runtime, testPath, report);
}
