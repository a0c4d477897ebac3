import { z } from 'zod';
import type { SubscriptionId } from '../../digests/subscription.ts';
import { previewDigest } from '../digests/preview.ts';
import { showDigests } from '../digests/show-list.ts';
import type { Subcommand } from '../subcommand.ts';

/** `/project 配信`: the digests of this channel, to be set up, looked at beforehand, paused and sent. */
export const digest: Subcommand = {
  name: 'digest',
  names: ['配信', 'digest', '定期配信', '配信設定'],
  readings: ['はいしん', 'ていきはいしん', 'はいしんせってい'],
  of: 'all',
  takesRest: true,
  worksEmpty: true,
  namesAsker: true,
  help: [{ ja: '配信', en: 'digest', does: 'help.digest', topic: 'team' }],
  async answer(asked) {
    const { ports, words, rest, channel } = asked;
    const [, typed] = /^preview (\S+)$/i.exec(rest) ?? [];
    const id = z.uuid().safeParse(typed).data;
    const found = id === undefined ? null : await ports.digests.subscriptions.find(id as SubscriptionId);
    if (found !== null) return previewDigest(ports.digests, found, words);
    const said = typed === undefined ? {} : { said: words('digests.gone') };
    return showDigests({
      ...asked,
      channel: /^(all|全部|すべて|一覧)$/i.test(rest) ? null : channel,
      ...said,
    });
  },
};
