// A hook of Node's loader: test files import `@jest/globals` from the file beside this one.
const globals = new URL('globals.mjs', import.meta.url).href;

export function resolve(specifier, context, next) {
  return specifier === '@jest/globals' ? { url: globals, shortCircuit: true } : next(specifier, context);
}
