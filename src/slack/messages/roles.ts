import type { KnownBlock, RichTextElement } from '@slack/types';
import type { PostRecord } from '../../actions/change-ports.ts';
import type { RolesPage } from '../../actions/writes/read-roles.ts';
import { type ProjectRole, projectRoles } from '../../domain/change.ts';
import type { PersonId } from '../../domain/person.ts';
import { actions, askButton, context, header } from '../blocks/build.ts';
import { lengthOf } from '../blocks/length.ts';
import { lineBreak, paragraph, richText, text } from '../blocks/rich-text.ts';
import { optionOf } from '../modals/field-blocks.ts';
import { openButton } from '../modals/open-button.ts';
import { pageOf } from '../pages.ts';
import { type Reply, reply } from '../reply.ts';
import type { WordKey, Words } from '../words/index.ts';
import { navigation, pageCount } from './parts/navigation.ts';
import { openMenu } from './parts/write-buttons.ts';

const mostPeople = 10;
const mostNumbers = 20;

/** 権限: posts with who is in them and what they are where, what nobody leads, and what administrators can do. */
export function rolesMessage(
  roles: RolesPage,
  { words, page: wanted, mayAdminister }: { words: Words; page: number; mayAdminister: boolean },
): Reply {
  const rowOf = (post: PostRecord) => row(post, words);
  const page = pageOf(roles.posts, wanted, (post) => lengthOf(rowOf(post)));
  const sheet = askButton({ id: 'sheet', label: words('roles.sheet'), ask: 'handover' });
  const history = askButton({ id: 'history', label: words('roles.historyTitle'), ask: 'roles history' });
  return reply(words('roles.sentence', { count: roles.posts.length }), [
    header(words('roles.title')),
    context(page.total === 0 ? words('roles.none') : pageCount(page, words)),
    ...page.items.map(rowOf),
    ...warnings(roles, words),
    ...(mayAdminister ? administration(page.items, words) : []),
    ...navigation(page, { ask: 'roles', more: mayAdminister ? [sheet, history] : [sheet] }, words),
  ]);
}

function row(post: PostRecord, words: Words): KnownBlock {
  const { section, name, isAdministrator, occupants } = post;
  return richText([
    paragraph(
      text(`${section} ${name}`, { bold: true }),
      isAdministrator ? text(words('mark.behind', { aside: words('roles.administers') })) : [],
      lineBreak,
      text(`${words('roles.people')} `),
      occupants.length === 0
        ? text(words('roles.vacant'))
        : people(
            occupants.map(({ personId }) => personId),
            words,
          ),
      lineBreak,
      text(rolesOf(post, words)),
    ),
  ]);
}

/** 推進責任者: 8番、10番. */
function rolesOf({ roles }: PostRecord, words: Words): string {
  const told = projectRoles.flatMap((role) => {
    const numbers = numbersOf(roles, role);
    if (numbers.length === 0) return [];
    return [words('roles.of', { role: words(`part.${role}`), projects: listed(numbers, words) })];
  });
  return told.length === 0 ? words('roles.noRole') : told.join('　');
}

function numbersOf(roles: PostRecord['roles'], wanted: ProjectRole): readonly number[] {
  return roles
    .filter(({ role }) => role === wanted)
    .map(({ projectNumber }) => projectNumber)
    .toSorted((a, b) => a - b);
}

function listed(numbers: readonly number[], words: Words): string {
  const shown = numbers.slice(0, mostNumbers).join(words.language === 'ja' ? '・' : ', ');
  const count = numbers.length - mostNumbers;
  return count > 0
    ? words('roles.more', { numbers: shown, count })
    : words('roles.numbers', { numbers: shown, count: numbers.length });
}

/** People as Slack shows them, the first ten. */
export function people(ids: readonly PersonId[], words: Words): RichTextElement[] {
  const shown = ids
    .slice(0, mostPeople)
    .flatMap((id, index): RichTextElement[] => [
      ...(index === 0 ? [] : text(' ')),
      { type: 'user', user_id: id },
    ]);
  const count = ids.length - mostPeople;
  return count > 0 ? [...shown, ...text(` ${words('roles.andMore', { count })}`)] : shown;
}

function warnings({ posts, orphans, administrators }: RolesPage, words: Words): KnownBlock[] {
  const numbers = orphans.map(({ number }) => number);
  const nobody =
    administrators.length === 0 &&
    !posts.some(({ isAdministrator, occupants }) => isAdministrator && occupants.length > 0);
  const lines = [
    ...(orphans.length === 0
      ? []
      : [
          paragraph(
            text(words('roles.orphans', { count: orphans.length, projects: listed(numbers, words) })),
          ),
        ]),
    ...(nobody ? [paragraph(text(words('roles.noAdministrator')))] : []),
    ...(administrators.length === 0
      ? []
      : [paragraph(text(`${words('roles.configured')} `), people(administrators, words))]),
  ];
  return lines.length === 0 ? [] : [richText(lines)];
}

const deeds = [
  ['add-post', 'roles.addPost'],
  ['assign-person', 'roles.assign'],
  ['release-person', 'roles.release'],
  ['grant-role', 'roles.grant'],
  ['revoke-role', 'roles.revoke'],
  ['hand-over', 'roles.handOver'],
] as const satisfies readonly (readonly [string, WordKey])[];

function administration(posts: readonly PostRecord[], words: Words): KnownBlock[] {
  const options = posts.map(({ id, section, name }) =>
    optionOf({ value: JSON.stringify({ project: null, target: id }), label: `${section} ${name}` }),
  );
  const buttons = deeds.map(([verb, label]) =>
    openButton({ verb, label: words(label), opens: { project: null } }),
  );
  return [
    ...openMenu({ id: 'edit-post', verb: 'edit-post', says: words('roles.choosePost') }, options),
    actions('administration', buttons),
  ];
}
