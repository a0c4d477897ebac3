import type {
  BlockAction,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  SlashCommand,
  ViewSubmitAction,
} from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { mayImport } from '../../actions/imports/accept-import.ts';
import { failureMessage } from '../messages/failure.ts';
import { openModal, showIn } from '../modals/open-modal.ts';
import { loadingView, messageView, sentenceBlock } from '../modals/views.ts';
import { wordsIn } from '../words/index.ts';
import { type ImportDeed, readImportDeed } from './buttons.ts';
import { chooseCallbackId, chooseView, correctCallbackId, correctView, optionValue } from './choice-views.ts';
import { acceptIn, type ImportServices, lookAt, refusedView, reviewOf } from './deeds.ts';
import { type ImportState, readImportState, writeImportState } from './state.ts';
import { fileCallbackId, fileView, rowsToLookAt } from './views.ts';

type ActionArgs = Pick<SlackActionMiddlewareArgs<BlockAction>, 'action' | 'body'>;
type SubmissionArgs = Pick<SlackViewMiddlewareArgs<ViewSubmitAction>, 'ack' | 'body' | 'view'>;

/** Opens the form that asks for a file; who may not import learns whom to ask. */
function openImport(
  services: ImportServices,
  door: { readonly triggerId: string; readonly userId: string },
  respond: string | null,
): Promise<void> {
  return openModal(services, door, {
    title: 'import.title',
    prepare: async (person) => {
      const words = wordsIn(person.language);
      const { store, administrators } = services.ports;
      const may = await mayImport(store, { kind: 'person', person, administrators });
      return may.ok ? fileView(words, respond) : refusedView(may.refusal, words);
    },
  });
}

/** `/project 取込`: opens the form. Where Slack opens nothing, the person is told in the conversation. */
export async function onImportLine(
  { trigger_id: triggerId, user_id: userId, response_url: url }: SlashCommand,
  services: ImportServices,
): Promise<void> {
  await openImport(services, { triggerId, userId }, url).catch((problem: unknown) =>
    services.respondTo(url, failureMessage(services.report(problem), wordsIn('ja'))),
  );
}

/** What concerns imports among the presses; null for anything else. */
export function onImportAction({ action, body }: ActionArgs, services: ImportServices): Promise<void> | null {
  const deed = action.type === 'button' ? readImportDeed(action.action_id) : null;
  if (deed === null || action.type !== 'button') return null;
  const { trigger_id: triggerId, user, view } = body;
  if (deed === 'open') {
    return openImport(services, { triggerId, userId: user.id }, body.response_url || null);
  }
  const state = readImportState(view?.private_metadata ?? '');
  if (view === undefined || state === null) return null;
  return inView(services, view.id, () =>
    act(services, { deed, value: action.value ?? '', state, userId: user.id, triggerId, viewId: view.id }),
  );
}

interface Pressed {
  readonly deed: Exclude<ImportDeed, 'open'>;
  readonly value: string;
  readonly state: ImportState;
  readonly userId: string;
  readonly triggerId: string;
  readonly viewId: string;
}

/** What the view shows afterwards; null where it stays. */
async function act(services: ImportServices, pressed: Pressed): Promise<ModalView | null> {
  const { deed, value, state, userId, triggerId, viewId } = pressed;
  const person = await services.directory.personOf(userId);
  const words = wordsIn(person.language);
  const looking = { person, state };
  switch (deed) {
    case 'stop':
      return messageView(words('import.title'), words, [sentenceBlock(words('import.stopped'))]);
    case 'page':
      return reviewOf(services, { person, state: { ...state, page: Math.max(1, Number(value) || 1) } });
    case 'correct':
    case 'choose':
      return pushed(services, { ...pressed, looking });
    case 'certain':
    case 'likely':
    case 'accept': {
      await showIn(services, { id: viewId }, loadingView(words('import.title'), words, 'submit.slow'));
      const acceptance =
        deed === 'accept' ? ({ kind: 'chosen', keys: new Set([value]) } as const) : { kind: deed };
      return acceptIn(services, looking, { acceptance, requestKey: `import ${triggerId}` });
    }
  }
}

/** A form of its own on top of the review: opened at once, since a trigger lives for three seconds. */
async function pushed(
  services: ImportServices,
  { deed, value, triggerId, userId, looking }: Pressed & { looking: Parameters<typeof lookAt>[1] },
): Promise<ModalView | null> {
  const title = deed === 'correct' ? 'import.correctTitle' : 'import.chooseTitle';
  await openModal(
    services,
    { triggerId, userId, onTop: true },
    {
      title,
      prepare: async (person) => {
        const words = wordsIn(person.language);
        const review = await lookAt(services, looking);
        if (!review.ok) return refusedView(review.refusal, words);
        const shown = { review: review.value, state: looking.state, words };
        const row = review.value.review.rows.find(({ key }) => key === value);
        const view =
          deed === 'choose' ? chooseView(shown) : row === undefined ? null : correctView(shown, row);
        return view ?? messageView(words(title), words, [sentenceBlock(words('import.expired'))]);
      },
    },
  );
  return null;
}

/** Does it, and shows what comes of it; what fails on our side is reported and told in the view. */
async function inView(
  services: ImportServices,
  viewId: string,
  work: () => Promise<ModalView | null>,
): Promise<void> {
  const words = wordsIn('ja');
  const content = await work().catch((problem: unknown) =>
    messageView(words('import.title'), words, failureMessage(services.report(problem), words).blocks),
  );
  if (content !== null) await showIn(services, { id: viewId }, content);
}

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

type Values = SubmissionArgs['view']['state']['values'];

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
  const chosen = new Set(
    Object.values(view.state.values).flatMap(({ rows }) =>
      (rows?.selected_options ?? []).map(({ value }) => value),
    ),
  );
  await inView(services, below, async () => {
    const person = await services.directory.personOf(body.user.id);
    const words = wordsIn(person.language);
    await showIn(services, { id: below }, loadingView(words('import.title'), words, 'submit.slow'));
    const review = await lookAt(services, { person, state });
    if (!review.ok) return refusedView(review.refusal, words);
    const rows = rowsToLookAt(review.value).filter((row) => chosen.has(optionValue(row)));
    const keys = new Set(rows.map(({ key }) => key));
    const requestKey = `view ${view.id} ${view.hash}`;
    return acceptIn(services, { person, state }, { acceptance: { kind: 'chosen', keys }, requestKey });
  });
}
