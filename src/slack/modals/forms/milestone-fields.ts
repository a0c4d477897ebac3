import { printDates } from '../../../actions/writes/fields/dates.ts';
import { longest } from '../../../actions/writes/fields/text.ts';
import type { Fields } from '../../../actions/writes/write-verb.ts';
import type { MilestoneSnapshot } from '../../../domain/change.ts';
import type { Project } from '../../../domain/project.ts';
import { limits } from '../../blocks/limits.ts';
import { withoutItsDate } from '../../messages/parts/without-leading.ts';
import type { ChoiceField, Field } from '../field.ts';
import type { Facts } from '../modal.ts';

/** What was done or is to come, in words. */
export const textField: Field = {
  kind: 'text',
  name: 'text',
  label: 'field.text',
  most: longest.text,
  multiline: true,
};

/** 64社、約120名参加: one in a line. */
export const figuresField: Field = {
  kind: 'text',
  name: 'figures',
  label: 'field.figures',
  hint: 'hint.figures',
  most: limits.inputText,
  multiline: true,
  optional: true,
};

export const noteField: Field = {
  kind: 'text',
  name: 'note',
  label: 'field.note',
  most: limits.inputText,
  multiline: true,
  optional: true,
};

export const reasonField: Field = {
  kind: 'text',
  name: 'reason',
  label: 'field.reason',
  most: longest.reason,
  multiline: true,
};

/** Strand and working group, where the project has any. */
export function placeFields(project: Project | null): readonly ChoiceField[] {
  if (project === null) return [];
  const { strands, workingGroups } = project;
  const fields: ChoiceField[] = [
    { kind: 'choice', name: 'strand', label: 'field.strand', options: named(strands), optional: true },
    { kind: 'choice', name: 'group', label: 'field.group', options: named(workingGroups), optional: true },
  ];
  return fields.filter(({ options }) => options.length > 0);
}

function named(parts: readonly { readonly id: string; readonly name: string }[]) {
  return parts.map(({ id, name }) => ({ value: id, label: name }));
}

/** The milestone that a form changes. Throws a RangeError where another kind of row was gathered. */
export function milestoneOf({ target }: Facts): MilestoneSnapshot {
  if (target?.snapshot.kind !== 'milestone') throw new RangeError('no milestone was gathered');
  return target.snapshot;
}

/** Its text and its dates in one line each. */
export function aboutMilestone(facts: Facts): readonly string[] {
  const milestone = milestoneOf(facts);
  const { dates, firstPlanned } = milestone;
  const { words } = facts;
  const told = dates.length > 0 ? [words('modal.planned', { when: printDates(dates) })] : [];
  const first = firstPlanned === null ? [] : [words('modal.firstPlanned', { when: firstPlanned.text })];
  return [withoutItsDate(milestone), ...told, ...first];
}

/** What an edit form fills in. */
export function fieldsOfMilestone(milestone: MilestoneSnapshot): Fields {
  return {
    text: milestone.text,
    when: printDates(milestone.dates),
    figures: milestone.figures.join('\n'),
    note: milestone.notes.join('\n'),
    strand: milestone.strandId ?? '',
    group: milestone.workingGroupId ?? '',
  };
}
