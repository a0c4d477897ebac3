import { composeReport } from '../../actions/reports/compose-report.ts';
import { contentOfFrozen, freezeEdition } from '../../actions/reports/editions.ts';
import { administratorsOf } from '../../actions/writes/may-write.ts';
import { fold } from '../../text/fold.ts';
import { editionsMessage, freezeMessage, freezePreview } from '../messages/editions.ts';
import { manageRefusedMessage } from '../messages/manage.ts';
import { refusalMessage } from '../messages/refusal.ts';
import { reportMaking } from '../messages/report.ts';
import type { Reply } from '../reply.ts';
import type { Asked, Subcommand } from '../subcommand.ts';
import { mayAdminister } from './may-administer.ts';
import { readOrder, refusalOf } from './report.ts';

/** `/project 版`: editions as they were published; `版 確定 R2.8` keeps one for good; `版 2020-08-1 word` is one as a file. */
export const editions: Subcommand = {
  name: 'editions',
  names: ['版', 'editions', '確定版', '版一覧'],
  readings: ['はん', 'かくていばん', 'はんいちらん'],
  of: 'all',
  takesRest: true,
  namesAsker: true,
  help: [{ ja: '版', en: 'editions', does: 'help.editions', topic: 'share' }],
  async answer(asked) {
    const [first = '', ...others] = asked.rest.split(' ').filter(Boolean);
    if (['確定', 'freeze'].some((word) => fold(word) === fold(first))) return freeze(asked, others);
    const named = /^(\d{4}-\d{2})-(\d{1,3})$/.exec(first);
    if (named !== null) return frozenFile(asked, { key: named[1] ?? '', print: Number(named[2]) });
    const [labels, administers] = await Promise.all([
      asked.ports.reports.editions.listFrozen(),
      mayAdminister(asked),
    ]);
    return editionsMessage(labels, { ...asked, administers });
  },
};

const yesWords = ['はい', 'yes', '実行'].map(fold);

async function freeze(asked: Asked, others: readonly string[]): Promise<Reply> {
  const { ports, words, person, today, now } = asked;
  const isSure = others.some((word) => yesWords.includes(fold(word)));
  const typed = others.filter((word) => !yesWords.includes(fold(word))).join(' ');
  const freezing = {
    reader: ports.reader,
    editions: ports.reports.editions,
    policy: ports.policy,
    store: ports.store,
    administrators: ports.administrators,
  };
  if (!isSure) {
    if (!(await mayAdminister(asked)))
      return manageRefusedMessage({ who: 'administrators', ask: await administratorsOf(ports) }, words);
    const composed = await composeReport(freezing, { typed, today });
    return composed.ok
      ? freezePreview(composed.value, { typed, words })
      : refusalMessage(refusalOf(composed.refusal), words);
  }
  const done = await freezeEdition(freezing, { person, typed, today, now });
  if (done.ok) return freezeMessage(done.value, words);
  const { refusal } = done;
  return refusal.kind === 'may-not'
    ? manageRefusedMessage({ who: 'administrators', ask: refusal.ask }, words)
    : refusalMessage(refusalOf(refusal), words);
}

/** A frozen edition as a file; without a format as Word. */
async function frozenFile(
  asked: Asked,
  { key, print }: { readonly key: string; readonly print: number },
): Promise<Reply> {
  const { ports, words, person, channel, today } = asked;
  const frozen = await ports.reports.editions.findFrozen(key, print);
  if (frozen === null) {
    const [labels, administers] = await Promise.all([
      ports.reports.editions.listFrozen(),
      mayAdminister(asked),
    ]);
    return editionsMessage(labels, { ...asked, administers });
  }
  const { formats, toChannel } = readOrder(asked);
  const content = contentOfFrozen(frozen);
  const day = content.asOf.last ?? today;
  const report = { content, day, isPresent: false, cancelled: 0, projects: [] };
  const plan = { day, isPresent: false, key: content.key, asOf: content.asOf };
  const order = {
    person,
    words,
    plan,
    compose: async () => report,
    formats: formats.length === 0 ? (['docx'] as const) : formats,
    channel: toChannel && channel !== null && !channel.startsWith('D') ? channel : null,
  };
  const isBegun = ports.reports.order(order);
  return reportMaking(plan, { ...order, isBegun });
}
