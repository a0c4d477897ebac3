import type { WritableVerb } from '../../actions/writes/index.ts';
import type { FieldProblem, Warning } from '../../actions/writes/write-verb.ts';
import { printPeriod } from '../../domain/period/print-period.ts';
import { periodReason } from '../messages/parts/period-reason.ts';
import type { WordKey, Words } from '../words/index.ts';

/** What stands at a field: what is wrong with it, and an example that is taken in the form of this verb. */
export function problemWords(problem: FieldProblem, words: Words, verb?: WritableVerb): string {
  switch (problem.kind) {
    case 'missing':
      return words('problem.missing', { example: exampleOf(problem, words, verb) });
    case 'too-long':
      return words('problem.tooLong', { most: problem.most, length: problem.length });
    case 'unprintable':
      return words('problem.unprintable');
    case 'period':
      return `${periodReason(problem.refusal, words)}${words(isOfValue(verb) ? 'problem.asOfAccepted' : 'problem.periodAccepted')}`;
    case 'not-a-number':
      return words('problem.notANumber');
    case 'wrong-unit':
      return words('problem.wrongUnit', { unit: problem.unit });
    case 'too-large':
      return words('problem.tooLarge');
    case 'not-months':
      return words('problem.notMonths', { most: problem.most });
    case 'not-a-state':
      return words('problem.notAState');
    case 'future':
      return words('problem.future');
    case 'unknown-choice':
      return words('problem.unknownChoice');
    case 'taken':
      return words('problem.taken', { by: problem.by });
    case 'unchanged':
      return words('problem.unchanged');
    case 'not-kana':
      return words('problem.notKana');
    case 'not-inside':
      return words('problem.notInside', { part: problem.part });
    case 'itself':
      return words('problem.itself');
    case 'wrong-state':
      return words('problem.wrongState', { state: words(`state.${problem.state}`) });
    case 'not-within':
      return words('problem.notWithin', { period: problem.period.text });
  }
}

/** What to look at twice before it is written. */
export function warningWords(warning: Warning, words: Words): string {
  switch (warning.kind) {
    case 'falls':
      return words('warning.falls', { from: warning.from });
    case 'jumps':
      return words('warning.jumps', { from: warning.from });
    case 'understood': {
      const { period } = warning;
      const printed = printPeriod(period, { language: words.language, style: 'long', western: true });
      return words('warning.understood', { typed: period.text, period: printed });
    }
    case 'older':
      return words('warning.older', { than: warning.than.text.replace(/\s+/g, '') });
    case 'past':
      return words('warning.past');
    case 'already': {
      const isPlan = warning.state === 'planned' || warning.state === 'postponed';
      const when = warning.period.text.replace(/\s+/g, '');
      return words(isPlan ? 'warning.alreadyPlanned' : 'warning.alreadyRecorded', { when });
    }
  }
}

const examples: Partial<Record<FieldProblem['field'], WordKey>> = {
  text: 'example.text',
  when: 'example.when',
  value: 'example.value',
  reason: 'example.reason',
  number: 'example.number',
  section: 'example.section',
  word: 'example.word',
  means: 'example.means',
  target: 'example.target',
};

/** A name is of many things. */
const nameExamples: Partial<Record<WritableVerb, WordKey>> = {
  'add-project': 'example.projectName',
  'edit-project': 'example.projectName',
  'add-post': 'hint.postName',
  'edit-post': 'hint.postName',
  'add-indicator': 'example.indicatorName',
  'edit-indicator': 'example.indicatorName',
  'add-strand': 'example.strandName',
  'edit-strand': 'example.strandName',
  'add-working-group': 'example.groupName',
  'edit-working-group': 'example.groupName',
  'add-programme': 'example.programmeName',
  'edit-programme': 'example.programmeName',
};

/** Its time is the one for which a value holds, not that of an event. */
function isOfValue(verb: WritableVerb | undefined): boolean {
  return verb === 'record-observation' || verb === 'correct-observation';
}

function exampleOf({ field }: FieldProblem, words: Words, verb: WritableVerb | undefined): string {
  const ofName = verb === undefined ? undefined : nameExamples[verb];
  const ofTime = isOfValue(verb) ? 'example.asOf' : examples.when;
  const example = field === 'name' ? ofName : field === 'when' ? ofTime : examples[field];
  return example === undefined ? '' : words(example);
}
