import type { Chapter } from '../chapter.ts';
import { emptyStore, firstSteps } from './first-steps.ts';
import { manage, people, searchWords } from './keeping.ts';
import { digests, home, reminders } from './overview.ts';
import { goneProposal, proposals } from './proposals.ts';
import { reading, sharing, trouble } from './reading.ts';
import { events, recording } from './recording.ts';
import { imports, reports } from './tables.ts';

/** The chapters of the book, in its order. */
export const chapters: readonly Chapter[] = [
  firstSteps,
  home,
  reading,
  recording,
  events,
  proposals,
  goneProposal,
  digests,
  reminders,
  sharing,
  reports,
  imports,
  people,
  manage,
  searchWords,
  emptyStore,
  trouble,
];
