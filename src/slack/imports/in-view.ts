import type { ModalView } from '@slack/types';
import { failureMessage } from '../messages/failure.ts';
import { showIn } from '../modals/open-modal.ts';
import { messageView } from '../modals/views.ts';
import { wordsIn } from '../words/index.ts';
import type { ImportServices } from './deeds.ts';

/** Does it, and shows what comes of it; what fails on our side is reported and told in the view. */
export async function inView(
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
