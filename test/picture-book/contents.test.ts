import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { type WritableVerb, writeVerbs } from '../../src/actions/writes/index.ts';
import { modalOf } from '../../src/slack/modals/index.ts';
import { drawingFunctions } from './drawn.ts';

/** By function that draws, and by callback id of a form: the picture that shows it. */
const contents: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('../../docs/picture-book/contents.json', import.meta.url), 'utf8'),
);

/** `npm run picture-book` takes pictures of what a chapter in test/picture-book/chapters does. */
const hint = 'let a chapter of test/picture-book show it, then npm run picture-book';

test('the search for functions that draw finds them', () => {
  const found = drawingFunctions();
  for (const known of [
    'messages/help.ts helpMessage',
    'digests/message.ts digestMessage',
    'home/view.ts homeView',
  ])
    expect(found).toContain(known);
  expect(found.length).toBeGreaterThan(70);
});

test.each(drawingFunctions())('%s has a picture', (name) => {
  expect([name, contents[name] ?? hint]).toEqual([name, expect.stringMatching(/^[a-z-]+\/[a-z0-9-]+$/)]);
});

const forms = (Object.keys(writeVerbs) as WritableVerb[]).filter((verb) => modalOf(verb) !== null);

test.each(forms)('the form of %s has a picture', (verb) => {
  expect(contents[`form:${verb}`] ?? hint).toMatch(/^[a-z-]+\/[a-z0-9-]+$/);
});

test('what is gone from the source is gone from the book', () => {
  const functions = Object.keys(contents).filter((name) => name.includes('.ts '));
  expect(functions.filter((name) => !drawingFunctions().includes(name))).toEqual([]);
});
