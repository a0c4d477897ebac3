import { mayImport } from '../../actions/imports/accept-import.ts';
import { importRefusedReply, importReply } from '../imports/deeds.ts';
import type { Subcommand } from '../subcommand.ts';

/** `/project 取込`: a published table comes in. Typed as a command it opens its form at once (see the listeners). */
export const importEdition: Subcommand = {
  name: 'import',
  names: ['取込', '取り込み', '取込み', 'import'],
  readings: ['とりこみ'],
  of: 'all',
  worksEmpty: true,
  namesAsker: true,
  help: [{ ja: '取込', en: 'import', does: 'help.import', topic: 'admin' }],
  async answer({ ports, person, words }) {
    const { store, administrators } = ports;
    const may = await mayImport(store, { kind: 'person', person, administrators });
    return may.ok ? importReply(words) : importRefusedReply(may.refusal, words);
  },
};
