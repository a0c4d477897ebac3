import type { BlockAction, SlackActionMiddlewareArgs, SlashCommand } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { mayImport } from '../../actions/imports/accept-import.ts';
import { failureMessage } from '../messages/failure.ts';
import { openModal, showIn } from '../modals/open-modal.ts';
import { loadingView, messageView, sentenceBlock } from '../modals/views.ts';
import { wordsIn } from '../words/index.ts';
import { type ImportDeed, readImportDeed } from './buttons.ts';
import { chooseView, chosenKeys, withChoices } from './choose-view.ts';
import { correctView } from './correct-view.ts';
import { acceptIn, type ImportServices, type Looking, lookAt, refusedView, reviewOf } from './deeds.ts';
import { inView } from './in-view.ts';
import { type ImportState, readImportState } from './state.ts';
import { fileView, type Shown } from './views.ts';

type ActionArgs = Pick<SlackActionMiddlewareArgs<BlockAction>, 'action' | 'body'>;
type Values = NonNullable<BlockAction['view']>['state']['values'];

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
    act(services, {
      deed,
      value: action.value ?? '',
      state,
      userId: user.id,
      triggerId,
      viewId: view.id,
      values: view.state.values,
    }),
  );
}

interface Pressed {
  readonly deed: Exclude<ImportDeed, 'open'>;
  readonly value: string;
  readonly state: ImportState;
  readonly userId: string;
  readonly triggerId: string;
  readonly viewId: string;
  /** What the fields of the view say. */
  readonly values: Values;
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
    case 'choices':
      return otherChoices(services, { ...looking, state: withChoices(state, pressed.values) }, Number(value));
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
          deed === 'choose'
            ? chooseView(fresh(shown), 1)
            : row === undefined
              ? null
              : correctView(shown, row);
        return view ?? messageView(words(title), words, [sentenceBlock(words('import.expired'))]);
      },
    },
  );
  return null;
}

/** Nothing is chosen yet. */
function fresh(shown: Shown): Shown {
  return { ...shown, state: { ...shown.state, chosen: [] } };
}

/** Another page of what can be chosen; what was chosen so far is kept. */
async function otherChoices(services: ImportServices, looking: Looking, page: number): Promise<ModalView> {
  const words = wordsIn(looking.person.language);
  const review = await lookAt(services, looking);
  if (!review.ok) return refusedView(review.refusal, words);
  const shown = { review: review.value, state: looking.state, words };
  const isSame = chosenKeys(review.value, looking.state) !== null;
  const view = chooseView(isSame ? shown : fresh(shown), page);
  const why = isSame ? 'import.chooseFull' : 'import.overtaken';
  return view ?? messageView(words('import.chooseTitle'), words, [sentenceBlock(words(why))]);
}
