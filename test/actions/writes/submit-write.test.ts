import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type WritableVerb, writeVerbs } from '../../../src/actions/writes/index.ts';
import { submitWrite } from '../../../src/actions/writes/submit-write.ts';
import { fieldNames } from '../../../src/actions/writes/write-verb.ts';
import { changeVerbs, type MilestoneSnapshot } from '../../../src/domain/change.ts';
import { projectRow, seminar } from './targets.ts';
import { aRequest, idOf, type PersonKind, people, personOf, world, written } from './world.ts';

const kinds = Object.keys(people) as readonly PersonKind[];

describe('what is written', () => {
  test('says who, with which posts, when, where, before and after', async () => {
    const { ports } = world();
    const request = aRequest({ verb: 'cancel-event', fields: { reason: '中止' }, row: seminar });
    const { changes } = await written(ports, request);
    expect(changes).toMatchObject([
      {
        at: request.now,
        verb: 'cancel-event',
        target: seminar.target,
        projectId: 'project-8',
        before: { state: 'planned' },
        after: { state: 'cancelled' },
        by: { personId: idOf('lead'), posts: ['産業政策課 主任'] },
        approvedBy: null,
        reason: '中止',
        origin: request.origin,
        undoes: null,
      },
    ]);
  });

  test('fields that no form has and values that are no text are left out', async () => {
    const { ports } = world();
    const fields = { text: 'a', when: 'R2.8', strand: 5, evil: 'y' };
    const result = await submitWrite(ports, aRequest({ person: personOf('member'), fields }));
    expect(result).toMatchObject({ value: { proposal: { fields: { text: 'a', when: 'R2.8' } } } });
    expect(
      result.ok && result.value.kind === 'proposed' && Object.keys(result.value.proposal.fields),
    ).toEqual(['text', 'when']);
  });
});

describe('one submission, one write', () => {
  const submissions = [
    ['a new row', {}],
    ['a changed row', { verb: 'cancel-event', fields: { reason: 'a' }, row: seminar }],
  ] as const;
  test.each(submissions)('%s: four deliveries give one answer', async (_, given) => {
    const { ports, changes } = world();
    const request = aRequest(given);
    const first = await written(ports, request);
    for (let delivery = 2; delivery <= 4; delivery += 1) {
      expect(await submitWrite(ports, request)).toEqual({ ok: true, value: { ...first, repeated: true } });
    }
    expect(changes).toHaveLength(1);
  });

  test('four deliveries of a proposal are one proposal', async () => {
    const { ports, store } = world();
    const request = aRequest({ person: personOf('member') });
    const results = await Promise.all([1, 2, 3, 4].map(() => submitWrite(ports, request)));
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(await store.openProposals({})).toHaveLength(1);
  });

  test('a second delivery after the role was taken away is no proposal', async () => {
    const { ports, overtake, store } = world();
    const request = aRequest();
    await written(ports, request);
    overtake({ kind: 'occupancy', id: 'o-leading' }, null);
    expect(await submitWrite(ports, request)).toMatchObject({ value: { kind: 'written', repeated: true } });
    expect(await store.openProposals({})).toEqual([]);
  });
});

describe('somebody was faster', () => {
  const request = aRequest({
    verb: 'edit-milestone',
    fields: { text: '私の文', when: 'R2.9' },
    row: seminar,
  });

  test('a version that is not the one the form was filled in on: both are shown, nothing is lost', async () => {
    const { ports, changes } = world();
    const first = await written(ports, {
      ...request,
      requestKey: 'theirs',
      fields: { text: '彼の文', when: 'R2.9' },
    });
    const result = await submitWrite(ports, request);
    expect(result).toMatchObject({
      refusal: {
        kind: 'conflict',
        target: seminar.target,
        current: { version: 2, snapshot: { text: '彼の文' } },
        last: first.changes[0],
        mine: { text: '私の文' },
      },
    });
    expect(changes).toHaveLength(1);
  });

  test('between reading and writing', async () => {
    const { ports, store, overtake } = world();
    const before = await store.read(seminar.target);
    const racing = {
      ...store,
      apply: async (set: Parameters<typeof store.apply>[0]) => {
        overtake(seminar.target, { ...(before?.snapshot as MilestoneSnapshot), text: '割込み' });
        return store.apply(set);
      },
    };
    const result = await submitWrite({ ...ports, store: racing }, request);
    expect(result).toMatchObject({
      refusal: { kind: 'conflict', current: { snapshot: { text: '割込み' } }, mine: { text: '私の文' } },
    });
  });

  test.each([
    ['a row that was taken out', { row: seminar, takenOut: true }],
    ['a row that never was', { row: { target: { kind: 'milestone', id: 'x' }, version: 1 } }],
    ['a row of another kind', { row: projectRow }],
    ['no row', { row: null }],
  ] as const)('%s is gone', async (_, { row, ...rest }) => {
    const { ports, overtake } = world();
    if ('takenOut' in rest) overtake(seminar.target, null);
    expect(await submitWrite(ports, { ...request, row })).toEqual({
      ok: false,
      refusal: { kind: 'gone', target: row?.target ?? null },
    });
  });

  test.each([99, -1, Number.NaN, null])('project %p is gone', async (projectNumber) => {
    expect(await submitWrite(world().ports, aRequest({ projectNumber }))).toEqual({
      ok: false,
      refusal: { kind: 'gone', target: null },
    });
  });
});

describe('warnings are confirmed by the same submission', () => {
  const request = aRequest({
    verb: 'record-observation',
    fields: { indicator: 'indicator', value: '200', when: 'R2.8' },
  });
  const confirmationOf = (result: Awaited<ReturnType<typeof submitWrite>>): string => {
    if (result.ok || result.refusal.kind !== 'confirm') throw new Error(JSON.stringify(result));
    return result.refusal.confirmation;
  };

  test('once seen it is written', async () => {
    const { ports, changes } = world();
    const result = await submitWrite(ports, request);
    expect(result).toMatchObject({
      refusal: { kind: 'confirm', warnings: [{ kind: 'jumps', from: '20件' }] },
    });
    expect(changes).toEqual([]);
    const again = { ...request, requestKey: 'again', confirmed: confirmationOf(result) };
    expect(await submitWrite(ports, again)).toMatchObject({ value: { kind: 'written' } });
  });

  test('another value has not been confirmed with it', async () => {
    const { ports } = world();
    const confirmed = confirmationOf(await submitWrite(ports, request));
    const other = { ...request, fields: { ...request.fields, value: '2000' }, confirmed };
    expect(await submitWrite(ports, other)).toMatchObject({ refusal: { kind: 'confirm' } });
  });

  test('a proposal is looked at twice, too', async () => {
    const result = await submitWrite(world().ports, { ...request, person: personOf('member') });
    expect(result).toMatchObject({ refusal: { kind: 'confirm' } });
  });
});

test('problems of fields are all told at once', async () => {
  const result = await submitWrite(world().ports, aRequest({ fields: {} }));
  expect(result).toEqual({
    ok: false,
    refusal: {
      kind: 'fields',
      problems: [
        { field: 'text', kind: 'missing' },
        { field: 'when', kind: 'missing' },
      ],
    },
  });
});

test('the table has every verb but undo and the import of a table, under its own name', () => {
  expect(Object.keys(writeVerbs).toSorted()).toEqual(
    changeVerbs.filter((verb) => verb !== 'undo' && verb !== 'import-edition').toSorted(),
  );
  for (const [name, { verb }] of Object.entries(writeVerbs)) expect(verb).toBe(name);
});

test('whatever stands in the fields, every verb answers', async () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 50 }),
    fc.constantFrom(
      'R2.8',
      'H31.5',
      '20',
      '8',
      '9',
      'ai',
      'wg',
      'indicator',
      'leading',
      'U0LEAD',
      'lead',
      'true',
      '<!channel>',
    ),
    fc.constantFrom('\u0000', '\ud800', '　', 'あ'.repeat(3001), '[a]', '①R2.8、②', '🍎'.repeat(40)),
    fc.anything(),
  );
  const verb = fc.constantFrom(...(Object.keys(writeVerbs) as readonly WritableVerb[]));
  const fields = fc.dictionary(fc.oneof(fc.constantFrom(...fieldNames), fc.string()), value, { maxKeys: 26 });
  const row = fc.constantFrom(null, seminar, projectRow, {
    target: { kind: 'post', id: 'leading' },
    version: null,
  } as const);
  await fc.assert(
    fc.asyncProperty(verb, fields, row, fc.constantFrom(...kinds), async (name, given, target, kind) => {
      const { ports } = world();
      const request = aRequest({
        verb: name,
        fields: given,
        row: target,
        person: personOf(kind),
        confirmed: 'x',
      });
      const result = await submitWrite(ports, request);
      expect(
        result.ok ? ['written', 'proposed'] : ['fields', 'conflict', 'gone', 'confirm', 'may-not-write'],
      ).toContain(result.ok ? result.value.kind : result.refusal.kind);
    }),
    { numRuns: 200 },
  );
});
