import { type EditionProblem, printPath, type Unique } from './edition-problem.ts';
import { items, member, type Raw, textOf } from './edition-raw.ts';
import { deepestEntry } from './edition-schema.ts';

/**
 * What does not fit together in an edition file: names that are told twice, names that nothing bears, values of
 * two kinds in one indicator. Looks at the file as it is, so that these problems come out beside those of its
 * shape; parts of a wrong shape are passed over here.
 */
export function crossCheck(json: unknown): readonly EditionProblem[] {
  const projects = items({ value: json, path: [] }, 'projects');
  return [
    ...repeated(
      projects.map((project) => member(project, 'number')),
      'project-number',
    ),
    ...repeated(
      projects.flatMap((project) => items(project, 'aliases')),
      'alias',
    ),
    ...projects.flatMap(checkProject),
  ];
}

function checkProject(project: Raw): readonly EditionProblem[] {
  const known = { strands: namesOf(project, 'strands'), groups: namesOf(project, 'workingGroups') };
  const entries = [...items(project, 'progress'), ...items(project, 'upcoming')];
  return [
    ...repeated(known.strands, 'strand'),
    ...repeated(known.groups, 'working-group'),
    ...repeated(namesOf(project, 'indicators'), 'indicator'),
    ...repeated(namesOf(project, 'programmes'), 'programme'),
    ...items(project, 'strands').flatMap((strand, at) =>
      unknown(member(strand, 'within'), known.strands.slice(0, at), 'unknown-strand'),
    ),
    ...items(project, 'workingGroups').flatMap((group) =>
      unknown(member(group, 'strand'), known.strands, 'unknown-strand'),
    ),
    ...entries.flatMap((entry) => checkEntry(entry, known, deepestEntry)),
    ...items(project, 'indicators').flatMap(checkIndicator),
  ];
}

interface Known {
  readonly strands: readonly Raw[];
  readonly groups: readonly Raw[];
}

/** `depth` is bound as in the schema: what lies deeper is a problem of shape already. */
function checkEntry(entry: Raw, known: Known, depth: number): readonly EditionProblem[] {
  const below = depth > 1 ? items(entry, 'entries') : [];
  return [
    ...unknown(member(entry, 'strand'), known.strands, 'unknown-strand'),
    ...unknown(member(entry, 'workingGroup'), known.groups, 'unknown-working-group'),
    ...below.flatMap((each) => checkEntry(each, known, depth - 1)),
  ];
}

function checkIndicator(indicator: Raw): readonly EditionProblem[] {
  const target = member(indicator, 'target');
  const unit = member(indicator, 'unit');
  const name = textOf(unit);
  const values = items(indicator, 'observations').map((observation) => member(observation, 'value'));
  const mixed = values.filter((value) => differ(kindOf(value), kindOf(target)));
  return [
    ...mixed.map(({ path }) => ({ path: printPath(path), kind: 'mixed-values' as const })),
    ...(kindOf(target) === 'state' && name !== null && name !== ''
      ? [{ path: printPath(unit.path), kind: 'unit-of-state' as const, name }]
      : []),
  ];
}

function kindOf(value: Raw): string | null {
  return textOf(member(value, 'kind'));
}

function differ(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

function namesOf(project: Raw, key: string): readonly Raw[] {
  return items(project, key).map((item) => member(item, 'name'));
}

/** Every name that stood before; full-width and capital letters make no other name. */
function repeated(names: readonly Raw[], what: Unique): readonly EditionProblem[] {
  const seen = new Set<string>();
  return names.flatMap((raw) => {
    const name = typeof raw.value === 'number' ? String(raw.value) : textOf(raw);
    if (name === null) return [];
    const key = name.normalize('NFKC').toLowerCase();
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ path: printPath(raw.path), kind: 'repeated' as const, what, name }];
  });
}

function unknown(
  reference: Raw,
  known: readonly Raw[],
  kind: 'unknown-strand' | 'unknown-working-group',
): readonly EditionProblem[] {
  const name = textOf(reference);
  if (name === null || known.some((each) => textOf(each) === name)) return [];
  return [{ path: printPath(reference.path), kind, name }];
}
