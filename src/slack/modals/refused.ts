import type { ViewOutput } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import type { NotAllowed, WriteRefusal } from '../../actions/writes/write-result.ts';
import type { FieldProblem } from '../../actions/writes/write-verb.ts';
import type { Versioned } from '../../domain/change.ts';
import { mentions } from '../messages/written.ts';
import type { Words } from '../words/index.ts';
import { conflictBlocks } from './conflict-blocks.ts';
import { type Form, formView, notice } from './form-view.ts';
import { goneBlocks } from './gone-blocks.ts';
import { problemWords, warningWords } from './problem-words.ts';
import type { ModalState } from './state.ts';
import { typedBlocks } from './typed-blocks.ts';
import { messageView, sentenceBlock } from './views.ts';

/** An answer in the form. */
export type Answered =
  /** At the fields, by block id; `view` says the same above the fields, for where it comes too late for that. */
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>>; readonly view: ModalView }
  | { readonly kind: 'view'; readonly view: ModalView };

/** What was refused, and the form it came from. */
export interface Refused extends Form {
  readonly refusal: WriteRefusal;
  readonly view: Pick<ViewOutput, 'blocks'>;
}

/** Says why nothing was written, such that nothing typed is lost: at the field, above the fields, or to be copied. */
export function answerRefusal(refused: Refused): Answered {
  const { refusal, modal, facts, state, typed } = refused;
  const { words } = facts;
  switch (refusal.kind) {
    case 'fields':
      return fieldErrors(refused, refusal.problems);
    case 'confirm': {
      const lines = refusal.warnings.map((warning) => warningWords(warning, words));
      const notices = [notice('warnings', words('warning.title'), lines)];
      return shown({ ...refused, state: { ...state, confirmed: refusal.confirmation }, notices });
    }
    case 'conflict': {
      const { current, last } = refusal;
      if (current === null) return over(refused, goneBlocks({ last, typed }, facts));
      const notices = conflictBlocks(refusal, modal, facts);
      return shown({ modal, facts, typed, state: { ...state, ...seen(current) }, notices });
    }
    case 'gone':
      return over(refused, goneBlocks({ last: null, typed }, facts));
    case 'may-not-write':
      return over(refused, [...notAllowed(refusal, words), ...typedBlocks(typed, words)]);
  }
}

/** The row that the person has seen now. */
function seen({ target, version }: Versioned): Pick<ModalState, 'target' | 'version' | 'confirmed'> {
  return { target, version, confirmed: null };
}

function shown(form: Form): Answered {
  return { kind: 'view', view: formView(form) };
}

function over({ modal, facts: { words } }: Refused, blocks: readonly KnownBlock[]): Answered {
  return { kind: 'view', view: messageView(words(modal.title), words, blocks) };
}

/** Slack shows an error at an input that is there and nowhere else: the others stand above the fields. */
function fieldErrors(refused: Refused, problems: readonly FieldProblem[]): Answered {
  const { facts, view } = refused;
  const { words } = facts;
  const told = problems.map(
    (problem) => [problem.field, problemWords(problem, words, refused.modal.verb)] as const,
  );
  const inputs = new Set(view.blocks.filter(({ type }) => type === 'input').map(({ block_id: id }) => id));
  const lines = told.map(([, sentence]) => sentence);
  const notices = [notice('problems', words('submit.problems'), lines)];
  const inView = formView({ ...refused, notices });
  return told.every(([field]) => inputs.has(field))
    ? { kind: 'errors', errors: Object.fromEntries(told), view: inView }
    : { kind: 'view', view: inView };
}

function notAllowed(refusal: NotAllowed, words: Words): KnownBlock[] {
  if (refusal.why === 'standing') return [sentenceBlock(words('submit.guest'))];
  const sentence = words('submit.notAllowed', { who: words(`submit.${refusal.why}`) });
  return refusal.ask.length === 0
    ? [sentenceBlock(sentence), sentenceBlock(words('submit.nobody'))]
    : [sentenceBlock(sentence), { type: 'rich_text', elements: mentions(refusal.ask) }];
}
