import type { types, ViewOutput } from '@slack/bolt';
import type { Desk } from './desk.ts';
import type { Json } from './json.ts';
import { isJson, textOf } from './json.ts';
import type { Values, ViewRecord } from './state/views.ts';

type Plain = types.PlainTextElement;

function plain(value: unknown): Plain | null {
  return isJson(value)
    ? { type: 'plain_text', text: textOf(value.text) ?? '', emoji: value.emoji !== false }
    : null;
}

/** Blocks as they were checked: Slack's types know the kinds, this server has looked at every field. */
function asBlocks(value: unknown): types.AnyBlock[] {
  return Array.isArray(value) ? value.filter((block): block is types.AnyBlock & Json => isJson(block)) : [];
}

/** The state as it goes over the wire: a field that says nothing by `undefined` is left out. */
function asState(values: Values): ViewOutput['state']['values'] {
  return JSON.parse(JSON.stringify(values));
}

/**
 * A view as Slack sends it to the bot: everything that was sent, what Slack adds, and what stands in the fields.
 *
 * @param values The state of the fields, empty in answers of `views.*`.
 */
export function viewOutput(desk: Desk, record: ViewRecord, values: Values): ViewOutput & Json {
  const { view } = record;
  const { bot, workspace } = desk.options;
  return {
    id: record.id,
    team_id: workspace.teamId,
    type: textOf(view.type) ?? 'modal',
    blocks: asBlocks(view.blocks),
    private_metadata: textOf(view.private_metadata) ?? '',
    callback_id: textOf(view.callback_id) ?? '',
    external_id: textOf(view.external_id) ?? '',
    state: { values: asState(values) },
    hash: record.hash,
    title: plain(view.title) ?? { type: 'plain_text', text: 'View Title', emoji: true },
    submit: plain(view.submit),
    close: plain(view.close),
    clear_on_close: view.clear_on_close === true,
    notify_on_close: view.notify_on_close === true,
    previous_view_id: record.previousId,
    root_view_id: record.rootId,
    app_id: bot.appId,
    bot_id: bot.botId,
    app_installed_team_id: workspace.teamId,
  };
}
