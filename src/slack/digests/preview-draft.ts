import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Subscription, SubscriptionId } from '../../digests/subscription.ts';
import type { Person } from '../../domain/person.ts';
import { context } from '../blocks/build.ts';
import { list, paragraph, richText, text } from '../blocks/rich-text.ts';
import type { ModalServices } from '../modals/services.ts';
import { messageView, sentenceBlock } from '../modals/views.ts';
import { type Words, wordsIn } from '../words/index.ts';
import { previewBlocks } from './preview.ts';
import { readSettings } from './read-settings.ts';
import { contextOf } from './settings.ts';
import { readSettingsState } from './settings-state.ts';

/**
 * The very message as the settings in the form would give it now, on top of the form: nothing is saved. What is wrong
 * in the form is told instead.
 */
export async function previewDraft(
  services: ModalServices,
  { person, view }: { readonly person: Person; readonly view: ViewOutput },
): Promise<ModalView> {
  const words = wordsIn(person.language);
  const title = words('digests.previewTitle');
  const state = readSettingsState(view.private_metadata);
  if (state === null) return messageView(title, words, [sentenceBlock(words('submit.lost'))]);
  const read = readSettings(view.state.values, await contextOf(services, state, words));
  if (!read.ok) return messageView(title, words, problemBlocks(Object.values(read.refusal), words));
  const now = await services.ports.digests.clock();
  const draft: Subscription = {
    ...read.value.draft,
    kind: 'weekly-digest',
    ownerId: person.id,
    id: (state.subscription ?? 'draft') as SubscriptionId,
    version: state.version ?? 1,
    nextRunAt: now,
    pausedAt: null,
    pausedBecause: null,
  };
  // The view has the title, and goes back to the form by itself.
  const blocks = await previewBlocks(services.ports.digests, draft, words);
  return messageView(title, words, [context(words('digests.previewUnsaved')), ...blocks]);
}

function problemBlocks(problems: readonly string[], words: Words) {
  const items = problems.map((problem) => paragraph(text(problem)));
  return [richText([paragraph(text(words('digests.previewFirst'), { bold: true })), list(items)])];
}
