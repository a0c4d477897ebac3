import type { KnownBlock, ModalView } from '@slack/types';
import { acceptImport, type ImportRefusal, mayImport } from '../../actions/imports/accept-import.ts';
import { type ImportReview, reviewImport } from '../../actions/imports/review-import.ts';
import type { NotAllowed } from '../../actions/writes/write-result.ts';
import { type Outcome, refuse } from '../../domain/outcome.ts';
import type { Person } from '../../domain/person.ts';
import type { Acceptance } from '../../reports/review/review.ts';
import type { FileRefusal } from '../../reports/table/file-refusal.ts';
import { actions } from '../blocks/build.ts';
import { paragraph, richText, text } from '../blocks/rich-text.ts';
import { people } from '../messages/roles.ts';
import { undoButton } from '../messages/written.ts';
import type { ModalServices } from '../modals/services.ts';
import { messageView, sentenceBlock } from '../modals/views.ts';
import { type Reply, reply } from '../reply.ts';
import type { RespondTo } from '../respond-to.ts';
import { type Words, wordsIn } from '../words/index.ts';
import { importButton } from './buttons.ts';
import type { ImportDesk } from './desk.ts';
import { fileRefusalWords, importedSentence } from './import-words.ts';
import { correctionsOf, type ImportState } from './state.ts';
import { reviewView } from './views.ts';

/** What an import needs besides what forms need. */
export interface ImportServices extends ModalServices {
  readonly respondTo: RespondTo;
  readonly imports: ImportDesk;
}

type Refused = ImportRefusal | { readonly kind: 'unreachable' };

/** Who looks at which file. */
export interface Looking {
  readonly person: Person;
  readonly state: ImportState;
}

/** What the file says now, for somebody who may import. */
export async function lookAt(
  services: ImportServices,
  { person, state }: Looking,
): Promise<Outcome<ImportReview, Refused>> {
  const { imports, ports, now } = services;
  const may = await mayImport(ports.store, { kind: 'person', person, administrators: ports.administrators });
  if (!may.ok) return may;
  const read = await imports.read(state.file, person.id);
  if (!read.ok) return refusedFile(read.refusal);
  const file = { ...read.value, corrections: correctionsOf(state) };
  const review = await reviewImport(imports.ports, { file, now: now() });
  return review.ok ? review : refuse({ kind: 'file', refusal: review.refusal });
}

/** The review of the file as a view, or why there is none. */
export async function reviewOf(
  services: ImportServices,
  looking: Looking,
  said?: string,
): Promise<ModalView> {
  const words = wordsIn(looking.person.language);
  const review = await lookAt(services, looking);
  if (!review.ok) return refusedView(review.refusal, words);
  return reviewView({
    review: review.value,
    state: looking.state,
    words,
    ...(said === undefined ? {} : { said }),
  });
}

/** Writes what is accepted, and says what has come of it; the rest stays to be looked at. */
export async function acceptIn(
  services: ImportServices,
  { person, state }: Looking,
  { acceptance, requestKey }: { readonly acceptance: Acceptance; readonly requestKey: string },
): Promise<ModalView> {
  const words = wordsIn(person.language);
  const { imports, ports, now, respondTo } = services;
  const read = await imports.read(state.file, person.id);
  if (!read.ok) return refusedView(refusedFile(read.refusal).refusal, words);
  const accepted = await acceptImport(imports.ports, {
    file: { ...read.value, corrections: correctionsOf(state) },
    acceptance,
    by: { kind: 'person', person, administrators: ports.administrators },
    requestKey,
    origin: { via: 'command', channelId: null, permalink: null },
    now: now(),
  });
  if (!accepted.ok) return refusedView(accepted.refusal, words);
  const { setId, open, kept } = accepted.value;
  const sentence = importedSentence(accepted.value, words);
  const lines = [
    ...(kept.length === 0 ? [] : [words('import.keptInUse', { count: kept.length })]),
    ...(open.length === 0 ? [] : [words('import.left', { count: open.length })]),
  ];
  const undo =
    setId === null
      ? []
      : [
          actions('undo', [
            undoButton({ set: setId, project: null }, { words, what: sentence, sure: 'undo.sureImport' }),
          ]),
        ];
  const blocks: KnownBlock[] = [
    richText([paragraph(text(sentence, { bold: true })), ...lines.map((line) => paragraph(text(line)))]),
    ...undo,
  ];
  if (state.respond !== null && setId !== null) await respondTo(state.respond, reply(sentence, blocks));
  if (open.length === 0) return messageView(words('import.title'), words, blocks);
  const next = await reviewOf(services, { person, state: { ...state, page: 1 } }, sentence);
  return { ...next, blocks: [...next.blocks.slice(0, 1), ...undo, ...next.blocks.slice(1)] };
}

function refusedFile(refusal: FileRefusal | { readonly kind: 'unreachable' }): {
  readonly ok: false;
  readonly refusal: Refused;
} {
  return refuse(refusal.kind === 'unreachable' ? refusal : { kind: 'file', refusal });
}

/** Why nothing can be imported, with the way to another file. */
export function refusedView(refusal: Refused, words: Words): ModalView {
  return messageView(words('import.title'), words, refusedBlocks(refusal, words));
}

function refusedBlocks(refusal: Refused, words: Words): KnownBlock[] {
  switch (refusal.kind) {
    case 'file':
      return [
        richText([
          paragraph(text(fileRefusalWords(refusal.refusal, words), { bold: true })),
          paragraph(text(`${words('file.nothing-written')} ${words('import.anotherFile')}`)),
        ]),
      ];
    case 'unreachable':
      return [sentenceBlock(words('import.unreachable'))];
    case 'overtaken':
      return [sentenceBlock(words('import.overtaken'))];
    case 'may-not-write':
      return notAllowedBlocks(refusal, words);
  }
}

/** Whom to ask: only administrators import. */
function notAllowedBlocks(refusal: NotAllowed, words: Words): KnownBlock[] {
  const ask = refusal.why === 'standing' ? [] : refusal.ask;
  return [richText([paragraph(text(`${words('import.administrators')} `), people(ask, words))])];
}

/** The answer to `/project 取込` where no form can be opened at once. */
export function importReply(words: Words): Reply {
  const sentence = words('import.intro');
  return reply(sentence, [
    sentenceBlock(sentence),
    actions('import', [importButton({ deed: 'open', label: words('import.open'), style: 'primary' })]),
  ]);
}

/** The same for somebody who may not. */
export function importRefusedReply(refusal: NotAllowed, words: Words): Reply {
  return reply(words('import.administrators'), notAllowedBlocks(refusal, words));
}
