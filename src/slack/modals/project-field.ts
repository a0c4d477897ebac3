import type { ProjectSummary } from '../../domain/project.ts';
import type { ChoiceField } from './field.ts';

/** Asks which project it is, by number. */
export function projectField(projects: readonly ProjectSummary[]): ChoiceField {
  return {
    kind: 'choice',
    name: 'project',
    label: 'field.project',
    options: projects.map(({ number, name }) => ({ value: String(number), label: `${number}. ${name}` })),
    reacts: true,
  };
}
