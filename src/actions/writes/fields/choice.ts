import type { Indicator } from '../../../domain/indicator.ts';
import { accept, refuse } from '../../../domain/outcome.ts';
import type { PersonId } from '../../../domain/person.ts';
import type { PostRecord } from '../../change-ports.ts';
import type { FieldName, Fields, WriteContext } from '../write-verb.ts';
import type { FieldReading } from './all.ts';

interface Listed<Item> {
  readonly field: FieldName;
  readonly among: readonly Item[];
}

/** The listed thing whose id the field holds. A value that a list does not offer is a tampered or an old one. */
function chosen<Item extends { readonly id: string }>(
  fields: Fields,
  { field, among }: Listed<Item>,
): FieldReading<Item> {
  const id = fields[field] ?? '';
  if (id === '') return refuse({ field, kind: 'missing' });
  const found = among.find((item) => item.id === id);
  return found === undefined ? refuse({ field, kind: 'unknown-choice' }) : accept(found);
}

/** The same for a field that may be left empty; null where it is. */
function maybeChosen<Item extends { readonly id: string }>(
  fields: Fields,
  listed: Listed<Item>,
): FieldReading<Item | null> {
  return (fields[listed.field] ?? '') === '' ? accept(null) : chosen(fields, listed);
}

/** The strand of the project that is named, by its id. */
export function chosenStrand(fields: Fields, { project }: WriteContext) {
  return maybeChosen(fields, { field: 'strand', among: project?.strands ?? [] });
}

/** The working group of the project that is named, by its id. */
export function chosenGroup(fields: Fields, { project }: WriteContext) {
  return maybeChosen(fields, { field: 'group', among: project?.workingGroups ?? [] });
}

/** The indicator of the project that is named, by its id. */
export function chosenIndicator(fields: Fields, { project }: WriteContext): FieldReading<Indicator> {
  return chosen(fields, { field: 'indicator', among: project?.indicators ?? [] });
}

/** The post that is named, by its id. */
export function chosenPost(fields: Fields, { posts }: WriteContext): FieldReading<PostRecord> {
  return chosen(fields, { field: 'post', among: posts });
}

/** One of a closed list of words. */
export function oneOf<Word extends string>(
  fields: Fields,
  { field, words }: { readonly field: FieldName; readonly words: readonly Word[] },
): FieldReading<Word> {
  const typed = fields[field] ?? '';
  if (typed === '') return refuse({ field, kind: 'missing' });
  const word = words.find((each) => each === typed);
  return word === undefined ? refuse({ field, kind: 'unknown-choice' }) : accept(word);
}

const yes: readonly string[] = ['true', 'yes', 'on', '1', 'はい'];
const no: readonly string[] = ['', 'false', 'no', 'off', '0', 'いいえ'];

/** A box that is ticked or not. */
export function flag(fields: Fields, field: FieldName): FieldReading<boolean> {
  const typed = (fields[field] ?? '').trim().toLowerCase();
  if (yes.includes(typed)) return accept(true);
  return no.includes(typed) ? accept(false) : refuse({ field, kind: 'unknown-choice' });
}

/** The Slack user id of a person. Who stands behind it is asked when that person writes, not now. */
export function personOf(fields: Fields, field: 'person' | 'into'): FieldReading<PersonId> {
  const typed = fields[field] ?? '';
  if (typed === '') return refuse({ field, kind: 'missing' });
  return isPersonId(typed) ? accept(typed) : refuse({ field, kind: 'unknown-choice' });
}

function isPersonId(text: string): text is PersonId {
  return /^[UW][A-Z0-9]{2,20}$/.test(text);
}
