import type { ChannelInspector } from '../../digests/ports.ts';
import type { Directory } from '../directory.ts';
import type { Channels } from './channels.ts';
import { type DigestRights, maySetDigests } from './may-set.ts';

/** Looks again right before a digest is sent: what the channel is now, and whether its owner still may. */
export function slackInspector(parts: {
  readonly channels: Channels;
  readonly directory: Directory;
  readonly rights: DigestRights;
}): ChannelInspector {
  return {
    inspect: (channelId) => parts.channels.standingOf(channelId),
    ownerMay: async ({ ownerId }) => maySetDigests(parts.rights, await parts.directory.personOf(ownerId)),
  };
}
