import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeVerbs } from '../../../src/actions/writes/index.ts';
import { submitWrite } from '../../../src/actions/writes/submit-write.ts';
import { type UndoRequest, undo } from '../../../src/actions/writes/undo.ts';
import type { MilestoneSnapshot } from '../../../src/domain/change.ts';
import { row, seminar, submissions } from './targets.ts';
import {
  aRequest,
  idOf,
  now,
  origin,
  type PersonKind,
  personOf,
  type World,
  world,
  written,
} from './world.ts';

let requests = 0;
function request(setId: string, given: Partial<UndoRequest> = {}): UndoRequest {
  requests += 1;
  return { setId, person: personOf('lead'), requestKey: `undo-${requests}`, origin, now, ...given };
}

/** Rows without their versions, which count on. */
function contents({ rows }: World) {
  return rows()
    .map(({ target, snapshot }) => ({ target, snapshot }))
    .toSorted((a, b) => JSON.stringify(a.target).localeCompare(JSON.stringify(b.target)));
}

const byAdministrator = { person: personOf('administrator') };

test('every verb is among the submissions', () => {
  expect(submissions.map(([verb]) => verb).toSorted()).toEqual(Object.keys(writeVerbs).toSorted());
});

test.each(submissions)(
  '%s, undone, leaves everything as it was; undone again, it is back',
  async (verb, fields, target) => {
    const place = world();
    const before = contents(place);
    const { setId, changes } = await written(place.ports, { verb, fields, row: target, ...byAdministrator });
    const after = contents(place);
    expect(after).not.toEqual(before);
    const undone = await undo(place.ports, request(setId, byAdministrator));
    expect(contents(place)).toEqual(before);
    expect(undone).toMatchObject({
      value: { changes: changes.map(() => ({ verb: 'undo', undoes: setId })) },
    });
    if (!undone.ok) return;
    await undo(place.ports, request(undone.value.setId, byAdministrator));
    expect(contents(place)).toEqual(after);
  },
);

test('any row of writes, undone from the last to the first, leaves everything as it was', async () => {
  const picks = fc.array(fc.constantFrom(...submissions), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(picks, async (steps) => {
      const place = world();
      const before = contents(place);
      const sets: string[] = [];
      for (const [verb, fields, target] of steps) {
        const seen = target === null ? null : { ...target, version: null };
        const result = await submitWrite(
          place.ports,
          aRequest({ verb, fields, row: seen, ...byAdministrator }),
        );
        if (result.ok && result.value.kind === 'written') sets.push(result.value.setId);
      }
      for (const setId of sets.toReversed()) {
        expect(await undo(place.ports, request(setId, byAdministrator))).toMatchObject({ ok: true });
      }
      expect(contents(place)).toEqual(before);
    }),
    { numRuns: 50 },
  );
});

describe('who may undo', () => {
  test.each<[PersonKind, boolean]>([
    ['administrator', true],
    ['lead', true],
    ['deputy', true],
    ['leadOfAnother', false],
    ['member', false],
  ])('%s, what a lead has written: %p', async (kind, may) => {
    const { ports } = world();
    const { setId } = await written(ports);
    expect(await undo(ports, request(setId, { person: personOf(kind) }))).toMatchObject(
      may
        ? { ok: true }
        : { refusal: { kind: 'may-not-write', why: 'writers', ask: [idOf('lead'), idOf('deputy')] } },
    );
  });

  test.each(['guest', 'outsider', 'bot', 'deactivated'] as const)('no %s', async (standing) => {
    const { ports } = world();
    const { setId } = await written(ports);
    expect(await undo(ports, request(setId, { person: personOf('lead', standing) }))).toMatchObject({
      refusal: { kind: 'may-not-write', why: 'standing' },
    });
  });

  test('what administrators have written only they', async () => {
    const { ports } = world();
    const { setId } = await written(ports, {
      verb: 'retire-project',
      fields: { reason: 'a' },
      row: row('project', 'project-8'),
      ...byAdministrator,
    });
    expect(await undo(ports, request(setId))).toMatchObject({ refusal: { why: 'administrators' } });
  });
});

describe('what cannot be undone', () => {
  test('what is older than thirty days', async () => {
    const { ports } = world();
    const { setId } = await written(ports);
    const later = (days: number, ms = 0) => new Date(now.getTime() + days * 86_400_000 + ms);
    expect(await undo(ports, request(setId, { now: later(30, 1) }))).toEqual({
      ok: false,
      refusal: { kind: 'too-old', days: 30 },
    });
    expect(await undo(ports, request(setId, { now: later(30) }))).toMatchObject({ ok: true });
  });

  test('what somebody has changed since', async () => {
    const { ports, store, overtake, changes } = world();
    const { setId } = await written(ports, { verb: 'cancel-event', fields: { reason: 'a' }, row: seminar });
    const { snapshot } = (await store.read(seminar.target)) ?? {};
    overtake(seminar.target, { ...(snapshot as MilestoneSnapshot), text: '後から' });
    expect(await undo(ports, request(setId))).toMatchObject({
      refusal: { kind: 'conflict', current: { snapshot: { text: '後から' } }, mine: { state: 'planned' } },
    });
    expect(changes).toHaveLength(1);
  });

  test('what nobody has written', async () =>
    expect(await undo(world().ports, request('x'))).toMatchObject({ refusal: { kind: 'gone' } }));

  test('a strand in which something stands', async () => {
    const { ports, changes } = world();
    const { setId } = await written(ports, { verb: 'add-strand', fields: { name: '新' } });
    const strand = changes[0]?.target.id ?? '';
    const inside = await written(ports, { fields: { text: 'a', when: 'R2.8', strand } });
    expect(await undo(ports, request(setId))).toMatchObject({
      refusal: { kind: 'in-use', target: { id: strand }, by: { kind: 'milestone' } },
    });
    await undo(ports, request(inside.setId));
    expect(await undo(ports, request(setId))).toMatchObject({ ok: true });
  });

  test('a post in which somebody is', async () => {
    const { ports, changes } = world();
    const { setId } = await written(ports, {
      verb: 'add-post',
      fields: { section: 's', name: 'n' },
      ...byAdministrator,
    });
    const post = changes[0]?.target.id ?? '';
    await written(ports, { verb: 'assign-person', fields: { post, person: 'U0NEW' }, ...byAdministrator });
    expect(await undo(ports, request(setId, byAdministrator))).toMatchObject({
      refusal: { kind: 'in-use', by: { kind: 'occupancy' } },
    });
  });
});

test('two deliveries of one press undo once', async () => {
  const { ports, changes } = world();
  const { setId } = await written(ports);
  const press = request(setId);
  const [first, second] = [await undo(ports, press), await undo(ports, press)];
  expect([first, second]).toMatchObject([{ value: { repeated: false } }, { value: { repeated: true } }]);
  expect(changes).toHaveLength(2);
});
