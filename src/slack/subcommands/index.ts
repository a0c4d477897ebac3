import type { CommandTable } from '../read-command.ts';
import type { Subcommand } from '../subcommand.ts';
import { answers } from './answers.ts';
import { card } from './card.ts';
import { chart } from './chart.ts';
import { digest } from './digest.ts';
import { editions } from './editions.ts';
import { helpOf } from './help.ts';
import { history } from './history.ts';
import { importEdition } from './import.ts';
import { indicators } from './indicators.ts';
import { list } from './list.ts';
import { log } from './log.ts';
import { manage } from './manage.ts';
import { milestones } from './milestones.ts';
import { plan } from './plan.ts';
import { records } from './records.ts';
import { report } from './report.ts';
import { handOver, roles } from './roles.ts';
import { search } from './search.ts';
import { searchWords } from './search-words.ts';
import { set } from './set.ts';
import { post, share } from './share.ts';
import { upcoming } from './upcoming.ts';

const all: readonly Subcommand[] = [
  list,
  card,
  indicators,
  milestones,
  upcoming,
  answers,
  chart,
  search,
  log,
  set,
  plan,
  history,
  roles,
  handOver,
  manage,
  searchWords,
  importEdition,
  digest,
  report,
  editions,
  records,
  share,
  post,
  helpOf(() => all),
];

/** Everything `/project` understands, in the order of the help. */
export const commandTable: CommandTable = { subcommands: all, whenEmpty: list, whenProject: card };
