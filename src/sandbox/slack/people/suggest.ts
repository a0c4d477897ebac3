import type { BlockSuggestion } from '@slack/bolt';
import type { Check } from '../blocks/check.ts';
import { list, object } from '../blocks/check.ts';
import { offeredOptions, option, optionGroups } from '../blocks/composition.ts';
import { LIMITS } from '../blocks/limits.ts';
import { inSlackWords } from '../blocks/message-check.ts';
import type { Desk } from '../desk.ts';
import type { Json } from '../json.ts';
import { isJson } from '../json.ts';
import { stateValues } from '../state-values.ts';
import { viewOutput } from '../view-output.ts';
import type { Place, Wanted } from './find-element.ts';
import { findElement } from './find-element.ts';
import type { Floor } from './floor.ts';
import { actor, channelOf, conversationOf, interactionBase } from './floor.ts';
import { Impossible } from './impossible.ts';

/** Characters that must be typed before Slack asks, when the element does not say. */
const MIN_QUERY = 3;

const answer: { readonly options: Check; readonly option_groups: Check } = {
  options: object({ required: { options: list(option('menu'), { min: 0, max: LIMITS.select }) } }),
  option_groups: object({ required: { option_groups: optionGroups } }),
};

function container(place: Place): Json {
  return place.kind === 'view'
    ? { type: 'view', view_id: place.record.id }
    : { type: 'message', message_ts: place.message.ts, channel_id: place.message.conversation };
}

function where(desk: Desk, as: string, place: Place) {
  if (place.kind === 'view') {
    const { record } = place;
    return { view: viewOutput(desk, record, stateValues(record.view.blocks, record.values)) };
  }
  const conversation = conversationOf(desk, actor(desk, as), place.message.conversation);
  return { channel: channelOf(conversation) };
}

/** The options in the bot's answer; none, and a refusal, when Slack could not use it. */
function read(desk: Desk, body: unknown): Json[] {
  const kind = isJson(body) && 'option_groups' in body ? 'option_groups' : 'options';
  const problems = answer[kind](body, '');
  for (const problem of problems.slice(0, 1))
    desk.journal.refuse({ method: 'block_suggestion', problem: inSlackWords(problem) });
  return problems.length === 0 && isJson(body) ? offeredOptions(body) : [];
}

/**
 * A person types into an external select.
 *
 * @returns The options that the bot offers, groups laid flat; none before enough was typed, or when the bot fails.
 * @throws {Impossible} when the person sees no such select.
 */
export async function suggest(
  { desk, deliver }: Floor,
  act: Wanted & { readonly typed: string },
): Promise<readonly Json[]> {
  const person = actor(desk, act.as);
  const { place, blockId, element } = findElement(desk, act);
  if (!String(element.type).endsWith('external_select'))
    throw new Impossible(`${act.actionId} has options of its own`);
  const least = typeof element.min_query_length === 'number' ? element.min_query_length : MIN_QUERY;
  if (act.typed.length < least) return [];
  const payload = {
    type: 'block_suggestion',
    ...interactionBase(desk, person),
    container: container(place),
    ...where(desk, act.as, place),
    action_id: act.actionId,
    block_id: blockId,
    value: act.typed,
  } satisfies BlockSuggestion;
  const ack = await deliver({
    kind: 'interactive',
    what: `block_suggestion ${act.actionId}`,
    payload,
  });
  return ack.kind === 'acked' ? read(desk, ack.body) : [];
}
