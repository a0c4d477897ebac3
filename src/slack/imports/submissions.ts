import type { SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { showIn } from '../modals/open-modal.ts';
import { loadingView } from '../modals/views.ts';
import { wordsIn } from '../words/index.ts';
import { chooseCallbackId, chosenKeys, withChoices } from './choose-view.ts';
import { correctCallbackId } from './correct-view.ts';
import { acceptIn, type ImportServices, lookAt, refusedView, reviewOf } from './deeds.ts';
import { inView } from './in-view.ts';
import { type ImportState, readImportState, writeImportState } from './state.ts';
import { fileCallbackId } from './views.ts';

type SubmissionArgs = Pick<SlackViewMiddlewareArgs<ViewSubmitAction>, 'ack' | 'body' | 'view'>;
type Values = SubmissionArgs['view']['state']['values'];

/** What concerns imports among the submissions; null for anything else. Acknowledged at once: reading takes its time. */
export function onImportSubmission(args: SubmissionArgs, services: ImportServices): Promise<void> | null {
  switch (args.view.callback_id) {
    case fileCallbackId:
      return onFile(args, services);
    case correctCallbackId:
      return onCorrection(args, services);
    case chooseCallbackId:
      return onChosen(args, services);
    default:
      return null;
  }
}

async function onFile({ ack, body, view }: SubmissionArgs, services: ImportServices): Promise<void> {
  const words = wordsIn('ja');
  const [file] = view.state.values.file?.file?.files ?? [];
  const state = readImportState(
    JSON.stringify({ file: file?.id, respond: respondIn(view.private_metadata) }),
  );
  if (state === null) {
    return ack({ response_action: 'errors', errors: { file: words('import.noFile') } });
  }
  await ack({ response_action: 'update', view: loadingView(words('import.title'), words) });
  await inView(services, view.id, async () => {
    const person = await services.directory.personOf(body.user.id);
    return reviewOf(services, { person, state });
  });
}

function respondIn(metadata: string): unknown {
  try {
    const read: unknown = JSON.parse(metadata);
    return typeof read === 'object' && read !== null && 'respond' in read ? read.respond : null;
  } catch {
    return null;
  }
}

/** The line as it should stand: the file is read again with it. */
async function onCorrection({ ack, body, view }: SubmissionArgs, services: ImportServices): Promise<void> {
  const state = readImportState(view.private_metadata);
  await ack();
  const below = view.previous_view_id ?? view.root_view_id;
  if (state === null || below === null) return;
  const next = correctedState(state, view.state.values);
  await inView(services, below, async () => {
    const person = await services.directory.personOf(body.user.id);
    const words = wordsIn(person.language);
    if (writeImportState(next) === null)
      return reviewOf(services, { person, state }, words('import.tooMany'));
    return reviewOf(services, { person, state: next }, words('import.corrected'));
  });
}

function correctedState(state: ImportState, values: Values): ImportState {
  const lines = new Map(state.lines);
  const owners = new Map(state.owners);
  for (const [block, fields] of Object.entries(values)) {
    const [what, place = ''] = block.split(':');
    if (what === 'line') lines.set(place, (fields.line?.value ?? '').trim());
    const owner = Number(fields.owner?.value);
    if (what === 'owner' && Number.isInteger(owner) && owner > 0) owners.set(Number(place), owner);
  }
  return { ...state, lines: [...lines], owners: [...owners] };
}

/** The chosen rows are written; the review below shows what is left. */
async function onChosen({ ack, body, view }: SubmissionArgs, services: ImportServices): Promise<void> {
  const state = readImportState(view.private_metadata);
  await ack();
  const below = view.previous_view_id ?? view.root_view_id;
  if (state === null || below === null) return;
  const chosen = withChoices(state, view.state.values);
  await inView(services, below, async () => {
    const person = await services.directory.personOf(body.user.id);
    const words = wordsIn(person.language);
    await showIn(services, { id: below }, loadingView(words('import.title'), words, 'submit.slow'));
    const review = await lookAt(services, { person, state });
    if (!review.ok) return refusedView(review.refusal, words);
    const keys = chosenKeys(review.value, chosen);
    if (keys === null) return reviewOf(services, { person, state }, words('import.overtaken'));
    const requestKey = `view ${view.id} ${view.hash}`;
    const rest = { ...state, chosen: [], list: '' };
    return acceptIn(services, { person, state: rest }, { acceptance: { kind: 'chosen', keys }, requestKey });
  });
}
