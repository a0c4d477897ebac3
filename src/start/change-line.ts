import type { EditionChange } from '../domain/edition-difference.ts';

/** A change between two editions as a line for the terminal. */
export function changeLine(change: EditionChange): string {
  switch (change.kind) {
    case 'project-new':
      return '+ project';
    case 'project-gone':
      return '- project';
    case 'renamed':
      return `~ name: ${change.before} → ${change.after}`;
    case 'line-new':
      return `+ ${change.column}: ${change.text}`;
    case 'line-gone':
      return `- ${change.column}: ${change.text}`;
    case 'line-changed':
      return `~ ${change.column}: ${change.before} → ${change.after}`;
    case 'came-true':
      return `✓ ${change.before} → ${change.after}`;
    case 'indicator-new':
      return `+ indicator ${change.name}: ${change.after}`;
    case 'indicator-gone':
      return `- indicator ${change.name}: ${change.before}`;
    case 'indicator-changed':
      return `~ indicator ${change.name}: ${change.before} → ${change.after}`;
  }
}
