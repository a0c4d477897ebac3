import { describe, expect, test } from '@jest/globals';
import type { PostRecord } from '../../../src/actions/change-ports.ts';
import type { PersonId } from '../../../src/domain/person.ts';
import type { ProjectId, ProjectSummary } from '../../../src/domain/project.ts';
import { checkMessage } from '../../../src/sandbox/slack/blocks/message-check.ts';
import { handOverMessage } from '../../../src/slack/messages/hand-over.ts';
import { manageMessage } from '../../../src/slack/messages/manage.ts';
import { rolesMessage } from '../../../src/slack/messages/roles.ts';
import { wordsIn } from '../../../src/slack/words/index.ts';

const hostile = '<!channel> *課* <https://evil.example|承認> \u202e‮\u0301'.padEnd(190, '課');

function posts(count: number, rolesEach: number): readonly PostRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `post-${index}`,
    version: 1,
    section: hostile,
    name: `${index}`,
    isAdministrator: false,
    occupants: Array.from({ length: 30 }, (__, each) => ({
      id: `occupancy-${index}-${each}`,
      version: 1,
      personId: `U0PERSON${each}` as PersonId,
    })),
    roles: Array.from({ length: rolesEach }, (__, each) => ({
      id: `role-${index}-${each}`,
      version: 1,
      projectId: `project-${each}` as ProjectId,
      projectNumber: each + 1,
      role: each % 2 === 0 ? ('lead' as const) : ('deputy' as const),
    })),
  }));
}

function projects(count: number): readonly ProjectSummary[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `project-${index}` as ProjectId,
    number: index + 1,
    name: hostile,
    aliases: [hostile, hostile],
    strands: [],
    indicators: [],
    scheduled: [],
  }));
}

describe.each(['ja', 'en'] as const)('in %s', (language) => {
  const words = wordsIn(language);

  test.each([1, 2, 60])('page %i of 500 posts with 500 projects each is what Slack takes', (page) => {
    const roles = { posts: posts(500, 500), administrators: [], orphans: projects(500) };
    const message = rolesMessage(roles, { words, page, mayAdminister: true });
    expect(checkMessage({ text: message.text, blocks: message.blocks })).toBeNull();
  });

  test('so is the page of the administration of 500 projects', () => {
    const message = manageMessage({ projects: projects(500), rows: [] }, { words, page: 3 });
    expect(checkMessage({ text: message.text, blocks: message.blocks })).toBeNull();
  });

  test('so is the hand-over sheet of who holds 500 posts with 500 projects', () => {
    const sheet = {
      personId: 'U0TANAKA' as PersonId,
      posts: posts(500, 1),
      projects: projects(500).map(({ number, name }) => ({
        number,
        name,
        role: 'lead' as const,
        overdue: [],
        open: [],
        indicators: [],
      })),
    };
    const message = handOverMessage(sheet, { words, page: 1 });
    expect(checkMessage({ text: message.text, blocks: message.blocks })).toBeNull();
  });
});
