import { listAgenda } from '../../actions/list-agenda.ts';
import { readSpan } from '../../domain/period/read-span.ts';
import { agendaPage } from '../messages/agenda-page.ts';
import { refusalMessage } from '../messages/refusal.ts';
import { upcomingPage } from '../messages/upcoming-page.ts';
import type { Reply } from '../reply.ts';
import type { Asked, Subcommand } from '../subcommand.ts';
import { answerAsOf } from './of-project.ts';

const defaultSpan = { ja: '4週間', en: '4 weeks' } as const;

/**
 * `/project 8 予定`: what lies ahead in a project, `@R2.3` what lay ahead then; `/project 予定 今月`: in all of them.
 */
export const upcoming: Subcommand = {
  name: 'upcoming',
  names: ['予定', 'upcoming', '今後', '今後の予定'],
  readings: ['よてい', 'こんご', 'こんごのよてい'],
  of: 'either',
  takesRest: true,
  takesTime: true,
  help: [
    { ja: '{number} 予定', en: '{number} upcoming', does: 'help.upcoming', topic: 'read' },
    { ja: '予定 今月', en: 'upcoming this month', does: 'help.agenda', topic: 'read', short: true },
  ],
  answer: (asked) => (asked.project === null ? answerOfAll(asked) : answerOfOne(asked)),
};

/** A period is meant as it was said then: 来月 of @R2.3 is April. */
async function answerOfOne(asked: Asked): Promise<Reply> {
  const { rest, words, page } = asked;
  return answerAsOf(asked, (project, view) => {
    if (rest === '') return upcomingPage(project, page, view);
    const span = readSpan(rest, view.today);
    return span.ok
      ? upcomingPage(project, page, { ...view, span: span.value })
      : refusalMessage({ kind: 'not-a-span', typed: rest, reason: span.refusal }, words);
  });
}

async function answerOfAll({ ports, person, today, words, rest, page, time }: Asked): Promise<Reply> {
  if (time !== null) return refusalMessage({ kind: 'no-past', typed: time, number: null }, words);
  const typed = rest === '' ? defaultSpan[words.language] : rest;
  const found = await listAgenda(ports, { person, typed, today });
  return found.ok ? agendaPage(found.value, page, { words, today }) : refusalMessage(found.refusal, words);
}
