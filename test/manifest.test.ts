import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';

const text = readFileSync(new URL('../manifest.yml', import.meta.url), 'utf8');
const scopes: readonly string[] = parse(text).oauth_config.scopes.bot;

test.each(scopes)('%s stands in the manifest with its reason beside it', (scope) => {
  const line = text.split('\n').find((each) => each.trim().startsWith(`- ${scope}`));
  expect(line?.slice(line.indexOf(scope) + scope.length)).toMatch(/^ +# \S+( \S+)+$/);
});
