import type { KnownBlock, ModalView } from '@slack/types';
import type { Fields } from '../../actions/writes/write-verb.ts';
import { actions, context } from '../blocks/build.ts';
import { lineBreak, list, paragraph, richText, text } from '../blocks/rich-text.ts';
import { people } from '../messages/roles.ts';
import { fieldBlocks } from './field-blocks.ts';
import type { Facts, Modal } from './modal.ts';
import { openButton } from './open-button.ts';
import { projectField } from './project-field.ts';
import { type ModalState, writeState } from './state.ts';
import { emptyView } from './views.ts';

/** The prefix of the callback ids of forms; the verb follows. */
export const formPrefix = 'form:';

/** A form to be drawn. */
export interface Form {
  readonly modal: Modal;
  readonly facts: Facts;
  readonly state: ModalState;
  /** What the person has typed; where nothing was, the fields begin with what the form knows. */
  readonly typed: Fields;
  /** What is said above the fields: warnings, problems that have no field, the version of somebody else. */
  readonly notices?: readonly KnownBlock[];
}

/** The form with its fields filled in. The same block and action ids every time: Slack keeps what is typed. */
export function formView({ modal, facts, state, typed, notices = [] }: Form): ModalView {
  const { words, today } = facts;
  const filled: Fields = { ...modal.initial?.(facts), ...typed };
  const fields = fieldsOf(modal, facts, filled);
  return {
    ...emptyView(words(modal.title), words),
    ...(fields.length > 0 ? formButtons(modal, state, facts) : {}),
    callback_id: `${formPrefix}${modal.verb}`,
    private_metadata: writeState(state),
    blocks: [
      ...notices,
      ...proposalBlocks(facts),
      ...aboutBlocks(modal, facts, filled),
      ...fields.flatMap((field) => fieldBlocks(field, { words, today, value: filled[field.name] ?? '' })),
      ...furtherBlocks(modal, facts, state),
    ],
  };
}

function formButtons(
  { submit, close = 'modal.cancel' }: Modal,
  { proposal }: ModalState,
  { words, proposesTo }: Facts,
): Pick<ModalView, 'submit' | 'close'> {
  const says = proposesTo === null ? submit : 'proposal.submit';
  return {
    submit: {
      type: 'plain_text',
      text: words(proposal === null ? says : 'proposal.amendSubmit'),
      emoji: false,
    },
    close: { type: 'plain_text', text: words(close), emoji: false },
  };
}

/** Says beforehand that it will be a proposal, and who decides. */
function proposalBlocks({ proposesTo, words }: Facts): KnownBlock[] {
  if (proposesTo === null) return [];
  const said = paragraph(text(words('proposal.before')));
  const deciders = proposesTo.length === 0 ? [] : [paragraph(people(proposesTo, words))];
  return [{ ...richText([said, ...deciders]), block_id: 'proposes' }];
}

/** The fields of the form; without a project it asks for one first. */
export function fieldsOf(modal: Modal, facts: Facts, typed: Fields) {
  const asks =
    facts.projects.length > 0 && modal.changes === null && !modal.ofNoProject
      ? [projectField(facts.projects)]
      : [];
  return [...asks, ...modal.fields(facts, typed)];
}

function aboutBlocks(modal: Modal, facts: Facts, typed: Fields): KnownBlock[] {
  const { project, words, projects } = facts;
  const lines = modal.about?.(facts, typed) ?? [];
  const told = lines.flatMap((line, index) => (index === 0 ? [text(line)] : [lineBreak, text(line)]));
  return [
    ...(project === null || projects.length > 0
      ? []
      : [context(words('agenda.project', { number: project.number, name: project.name }))]),
    ...(told.length > 0 ? [{ ...richText([paragraph(...told)]), block_id: 'about' }] : []),
  ];
}

function furtherBlocks({ leadsTo }: Modal, { words }: Facts, { project, target }: ModalState): KnownBlock[] {
  if (leadsTo === undefined || target === null) return [];
  const button = openButton({
    verb: leadsTo.verb,
    label: words(leadsTo.label),
    opens: { project, target: target.id },
    style: 'danger',
  });
  return [actions('further', [button])];
}

/** A paragraph in bold and lines below it, above the fields. */
export function notice(id: string, title: string, lines: readonly string[]): KnownBlock {
  const heading = paragraph(text(title, { bold: true }));
  const items = lines.length > 0 ? [list(lines.map((line) => paragraph(text(line))))] : [];
  return { ...richText([heading, ...items]), block_id: id };
}
