import { type ConversationsInfoResponse, WebAPIPlatformError, WebClient } from '@slack/web-api';
import type { ChannelStanding } from '../../digests/due.ts';
import { digestClientOptions, type PosterOptions } from './poster.ts';

/** What Slack tells of channels, as far as digests need it. */
export interface Channels {
  /** From a list that is read at most once a minute; never rejects. */
  standingOf(channelId: string): Promise<ChannelStanding>;
  /** The channel as Slack knows it this moment; null where it shows it to nobody of ours. Rejects when it is down. */
  look(channelId: string): Promise<SeenChannel | null>;
}

export interface SeenChannel {
  readonly standing: ChannelStanding;
  /** How many people see what is posted there. */
  readonly members: number | null;
}

type Told = Pick<
  NonNullable<ConversationsInfoResponse['channel']>,
  | 'id'
  | 'is_archived'
  | 'is_member'
  | 'is_im'
  | 'is_mpim'
  | 'is_ext_shared'
  | 'is_pending_ext_shared'
  | 'num_members'
>;

const freshFor = 60_000;
const pageSize = 1_000;

/**
 * Channels through a client of its own. One list answers for all: `conversations.info` for each would be fifty a
 * minute. What the list calls closed is asked once more, since the bot may have been invited since.
 *
 * @param now the product's clock in milliseconds
 */
export function slackChannels({ botToken, apiUrl }: PosterOptions, now: () => number): Channels {
  const client = new WebClient(botToken, digestClientOptions(apiUrl));
  let read: { readonly at: number; readonly all: Promise<ReadonlyMap<string, ChannelStanding>> } | null =
    null;
  const list = () => {
    const at = now();
    if (read === null || Math.abs(at - read.at) > freshFor) {
      const all = listAll(client);
      const reading = { at, all };
      read = reading;
      all.catch(() => {
        if (read === reading) read = null;
      });
    }
    return read.all;
  };
  const look: Channels['look'] = async (channel) => {
    try {
      const told = await client.conversations.info({ channel, include_num_members: true });
      const members = told.channel?.num_members ?? null;
      return told.channel === undefined ? null : { standing: standingOf(told.channel), members };
    } catch (problem) {
      if (problem instanceof WebAPIPlatformError && problem.data.error === 'channel_not_found') return null;
      throw problem;
    }
  };
  return {
    look,
    async standingOf(channelId) {
      try {
        const listed = (await list()).get(channelId);
        if (listed?.kind === 'open') return listed;
        return (await look(channelId))?.standing ?? { kind: 'closed', code: 'channel_not_found' };
      } catch {
        return { kind: 'unknown' };
      }
    },
  };
}

async function listAll(client: WebClient): Promise<ReadonlyMap<string, ChannelStanding>> {
  const all = new Map<string, ChannelStanding>();
  let cursor = '';
  do {
    const page = await client.conversations.list({
      types: 'public_channel,private_channel',
      exclude_archived: true,
      limit: pageSize,
      ...(cursor !== '' && { cursor }),
    });
    for (const channel of page.channels ?? []) all.set(channel.id ?? '', standingOf(channel));
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor !== '');
  return all;
}

function standingOf(channel: Told): ChannelStanding {
  if (channel.is_archived) return { kind: 'closed', code: 'is_archived' };
  if (!channel.is_member && !channel.is_im && !channel.is_mpim) {
    return { kind: 'closed', code: 'not_in_channel' };
  }
  return { kind: 'open', shared: channel.is_ext_shared === true || channel.is_pending_ext_shared === true };
}
