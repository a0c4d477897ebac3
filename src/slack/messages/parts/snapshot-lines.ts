import { printDates } from '../../../actions/writes/fields/dates.ts';
import type { MilestoneSnapshot, ObservationSnapshot, Snapshot } from '../../../domain/change.ts';
import type { Indicator } from '../../../domain/indicator.ts';
import { printValue } from '../../../domain/print-indicator.ts';
import type { Project } from '../../../domain/project.ts';
import type { Rhythm } from '../../../domain/rhythm.ts';
import type { WordKey, Words } from '../../words/index.ts';
import { withoutItsDate } from './without-leading.ts';

/** One thing that a snapshot says: 時期 R2.8.25. */
export interface Part {
  readonly label: WordKey;
  readonly told: string;
}

/** A snapshot in words: what it is about, and what it says of it. */
export interface SnapshotLines {
  readonly what: string;
  readonly parts: readonly Part[];
}

/** Ids in words: a snapshot names strands, indicators and the like by their ids. */
export interface Names {
  readonly words: Words;
  /** The project it belongs to, as it is now; null for posts and people. */
  readonly project: Pick<Project, 'indicators' | 'strands' | 'workingGroups'> | null;
}

/** What the snapshot says, in the order in which forms ask for it; empty parts are ''. */
export function snapshotLines(snapshot: Snapshot, names: Names): SnapshotLines {
  const { words } = names;
  const yesNo = (is: boolean) => words(is ? 'part.yes' : 'part.no');
  switch (snapshot.kind) {
    case 'milestone':
      return { what: withoutItsDate(snapshot), parts: milestoneParts(snapshot, names) };
    case 'observation':
      return observationLines(snapshot, names);
    case 'indicator':
      return {
        what: snapshot.name,
        parts: [
          { label: 'part.name', told: snapshot.name },
          { label: 'part.target', told: printValue(snapshot.target, snapshot.unit) },
          { label: 'part.unit', told: snapshot.unit },
          { label: 'part.cumulative', told: yesNo(snapshot.cumulative) },
          { label: 'part.rhythm', told: rhythmOf(snapshot.rhythm, words) },
          { label: 'part.note', told: snapshot.note ?? '' },
        ],
      };
    case 'project':
      return {
        what: `${snapshot.number}. ${snapshot.name}`,
        parts: [
          { label: 'part.number', told: String(snapshot.number) },
          { label: 'part.name', told: snapshot.name },
          { label: 'part.aliases', told: snapshot.aliases.join('、') },
          { label: 'part.state', told: words(snapshot.retired ? 'part.retired' : 'part.running') },
        ],
      };
    case 'strand':
    case 'working-group':
    case 'programme':
      return { what: snapshot.name, parts: [{ label: 'part.name', told: snapshot.name }] };
    case 'initiative':
      return { what: snapshot.text, parts: [{ label: 'part.text', told: snapshot.text }] };
    case 'post':
      return {
        what: `${snapshot.section} ${snapshot.name}`,
        parts: [
          { label: 'part.post', told: `${snapshot.section} ${snapshot.name}` },
          { label: 'part.administrator', told: yesNo(snapshot.isAdministrator) },
        ],
      };
    case 'word':
      return {
        what: snapshot.written,
        parts: [
          { label: 'part.word', told: snapshot.written },
          { label: 'part.reading', told: snapshot.reading ?? '' },
          { label: 'part.parts', told: snapshot.parts.join('、') },
        ],
      };
    case 'synonym':
      return {
        what: `${snapshot.from} → ${snapshot.to.join('、')}`,
        parts: [
          { label: 'part.word', told: snapshot.from },
          { label: 'part.means', told: snapshot.to.join('、') },
        ],
      };
    case 'occupancy':
      return { what: words('part.person'), parts: [] };
    case 'role':
      return {
        what: words('part.role'),
        parts: [{ label: 'part.role', told: words(`part.${snapshot.role}`) }],
      };
  }
}

function rhythmOf({ frequency, lagMonths }: Rhythm, words: Words): string {
  const often = words(`frequency.${frequency}`);
  return frequency === 'irregular' ? often : words('part.rhythmOf', { often, months: lagMonths });
}

function milestoneParts(milestone: MilestoneSnapshot, { words, project }: Names): readonly Part[] {
  const { state, text, dates, figures, notes, strandId, workingGroupId, firstPlanned } = milestone;
  const strand = project?.strands.find(({ id }) => id === strandId)?.name;
  const group = project?.workingGroups.find(({ id }) => id === workingGroupId)?.name;
  return [
    { label: 'part.text', told: text },
    { label: 'part.state', told: words(`state.${state}`) },
    { label: 'part.dates', told: printDates(dates).replace(/\s+/g, '') },
    { label: 'part.firstPlanned', told: firstPlanned?.text ?? '' },
    { label: 'part.figures', told: figures.join('／') },
    { label: 'part.place', told: [strand, group].filter((name) => name !== undefined).join('・') },
    { label: 'part.notes', told: notes.join('／') },
  ];
}

function observationLines(observation: ObservationSnapshot, { words, project }: Names): SnapshotLines {
  const { indicatorId, value, asOf, note } = observation;
  const indicator: Indicator | undefined = project?.indicators.find(({ id }) => id === indicatorId);
  return {
    what: indicator?.name ?? words('field.indicator'),
    parts: [
      { label: 'part.value', told: printValue(value, indicator?.unit ?? '') },
      { label: 'part.asOf', told: asOf?.text ?? '' },
      { label: 'part.note', told: note ?? '' },
    ],
  };
}
