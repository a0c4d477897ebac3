import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Dictionary } from '../../src/search/dictionary/dictionary.ts';
import { type DocumentKind, documentsOf, type SearchDocument } from '../../src/search/documents.ts';
import type { SearchEngine } from '../../src/search/engine.ts';
import { shippedProjects } from '../support/projects-of.ts';
import { type Baseline, bigrams, like } from './baselines.ts';
import { type AskedQuestion, freshQuestions, paraphrases, questions, seenQuestions } from './questions.ts';
import { askIn, hitsOf, loadedDictionary, shippedSearch } from './support/opened.ts';

let dictionary: Dictionary;
let engine: SearchEngine;
let documents: readonly SearchDocument[];

beforeAll(async () => {
  dictionary = await loadedDictionary();
  engine = await shippedSearch({ analyser: dictionary });
  documents = (await shippedProjects()).flatMap(documentsOf);
});
afterAll(async () => dictionary.close());

interface Line {
  readonly projectNumber: number;
  readonly kind: DocumentKind;
  readonly text: string;
}

interface Shares {
  readonly first: number;
  readonly three: number;
}

async function shares(
  asked: readonly AskedQuestion[],
  answer: (question: string) => Promise<readonly Line[]>,
): Promise<Shares> {
  const places = await Promise.all(
    asked.map(async (question) =>
      (await answer(question.asked)).findIndex((line) => answers(line, question)),
    ),
  );
  const within = (most: number): number =>
    places.filter((place) => place >= 0 && place < most).length / asked.length;
  return { first: within(1), three: within(3) };
}

function answers(line: Line, { project, kind, holds = '' }: AskedQuestion): boolean {
  return line.projectNumber === project && (kind ?? line.kind) === line.kind && line.text.includes(holds);
}

async function ours(question: string): Promise<readonly Line[]> {
  return hitsOf(await askIn(engine, question));
}

function by(baseline: Baseline): (question: string) => Promise<readonly Line[]> {
  return async (question) => baseline(question);
}

test('at least sixty questions, none twice', () => {
  expect(questions.length).toBeGreaterThanOrEqual(60);
  expect(new Set(questions.map(({ asked }) => asked)).size).toBe(questions.length);
});

test('every question has its line in the table', () => {
  const lost = [...questions, ...seenQuestions, ...freshQuestions, ...paraphrases].filter(
    (question) => !documents.some((document) => answers(document, question)),
  );
  expect(lost).toEqual([]);
});

test('the right line is first for nine of ten, among three for nearly all; others are far from it', async () => {
  const our = await shares(questions, ours);
  const seen = await shares(seenQuestions, ours);
  const byLike = await shares(questions, by(like(documents)));
  const byBigrams = await shares(questions, by(bigrams(documents)));
  process.stdout.write(`${reportOf({ our, seen, byLike, byBigrams })}\n`);
  expect(our.first).toBeGreaterThanOrEqual(0.9);
  expect(seen.first).toBeGreaterThanOrEqual(0.95);
  expect(our.three).toBeGreaterThanOrEqual(0.97);
  expect(byLike.first).toBeLessThan(our.first);
  expect(byBigrams.first).toBeLessThan(our.first);
});

test('questions that the ranking was not tuned on: told, and better than by others', async () => {
  const our = await shares(freshQuestions, ours);
  const byLike = await shares(freshQuestions, by(like(documents)));
  const byBigrams = await shares(freshQuestions, by(bigrams(documents)));
  process.stdout.write(`fresh\n${reportOf({ our, byLike, byBigrams })}\n`);
  expect(our.first).toBeGreaterThan(Math.max(byLike.first, byBigrams.first));
  expect(our.three).toBeGreaterThanOrEqual(0.9);
});

test('everyday words of which the table uses few: told', async () => {
  const our = await shares(paraphrases, ours);
  const byBigrams = await shares(paraphrases, by(bigrams(documents)));
  process.stdout.write(`paraphrases\n${reportOf({ our, byBigrams })}\n`);
  expect(our.first).toBeGreaterThanOrEqual(byBigrams.first);
});

function reportOf(all: Readonly<Record<string, Shares>>): string {
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  return Object.entries(all)
    .map(([name, { first, three }]) => `${name}: hit@1 ${percent(first)}, hit@3 ${percent(three)}`)
    .join('\n');
}
