import type { RichTextSection } from '@slack/types';
import type { Snapshot } from '../../../domain/change.ts';
import { paragraph, text } from '../../blocks/rich-text.ts';
import { shorten } from '../../blocks/shorten.ts';
import { type Names, type Part, snapshotLines } from './snapshot-lines.ts';

/** What was changed: the row before and after. */
export interface Compared {
  readonly before: Snapshot | null;
  readonly after: Snapshot | null;
}

const mostTold = 300;

/** What the change is about: the text of the milestone, the name of the indicator. */
export function changedThing({ before, after }: Compared, names: Names): string {
  const snapshot = after ?? before;
  return snapshot === null ? '' : snapshotLines(snapshot, names).what;
}

/** 時期: R2.秋頃 → R2.11: a line for each part that differs; of a new row what it says, of a removed one that it went. */
export function changeLines({ before, after }: Compared, names: Names): readonly RichTextSection[] {
  const { words } = names;
  const [old, now] = [before, after].map((each) => (each === null ? [] : snapshotLines(each, names).parts));
  if (after === null) return [paragraph(text(words('part.removed')))];
  const changes = (now ?? []).map((part) => ({ part, was: toldOf(part, old ?? []) }));
  return changes
    .filter(({ part, was }) =>
      before === null ? part.told !== '' && !isPlain(part, after) : part.told !== was,
    )
    .map(({ part, was }) => {
      const told = [text(`${words(part.label)}: `), ...(before === null ? [] : [text(`${orNone(was)} → `)])];
      return paragraph(...told, text(orNone(part.told), { bold: true }));
    });

  function orNone(told: string): string {
    return told === '' ? words('part.none') : shorten(told, mostTold);
  }
}

function toldOf({ label }: Part, among: readonly Part[]): string {
  return among.find((part) => part.label === label)?.told ?? '';
}

/** The heading says it already. */
function isPlain({ label }: Part, { kind }: Snapshot): boolean {
  return (
    label === 'part.text' ||
    label === 'part.name' ||
    label === 'part.word' ||
    ((kind === 'milestone' || kind === 'project') && label === 'part.state')
  );
}
