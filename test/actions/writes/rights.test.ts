import { describe, expect, test } from '@jest/globals';
import { submitWrite } from '../../../src/actions/writes/submit-write.ts';
import { projectRow, seminar } from './targets.ts';
import { aRequest, idOf, type PersonKind, people, personOf, world } from './world.ts';

/** Who may do what: the one place where it is written. */
const rights: Readonly<Record<PersonKind, Readonly<Record<'writers' | 'administrators', string>>>> = {
  administrator: { writers: 'written', administrators: 'written' },
  administratorByPost: { writers: 'written', administrators: 'written' },
  lead: { writers: 'written', administrators: 'refused' },
  deputy: { writers: 'written', administrators: 'refused' },
  leadOfAnother: { writers: 'proposed', administrators: 'refused' },
  member: { writers: 'proposed', administrators: 'refused' },
};
const kinds = Object.keys(people) as readonly PersonKind[];

const examples = {
  writers: {},
  administrators: { verb: 'retire-project', fields: { reason: '終了' }, row: projectRow },
} as const;

describe('who may do what', () => {
  const cases = kinds.flatMap((kind) =>
    (['writers', 'administrators'] as const).map((by) => [kind, by, rights[kind][by]] as const),
  );
  test.each(cases)('%s, a verb of %s: %s', async (kind, by, expected) => {
    const { ports, changes, store } = world();
    const result = await submitWrite(ports, aRequest({ person: personOf(kind), ...examples[by] }));
    expect(result.ok ? result.value.kind : 'refused').toBe(expected);
    expect(changes).toHaveLength(expected === 'written' ? 1 : 0);
    expect(await store.openProposals({})).toHaveLength(expected === 'proposed' ? 1 : 0);
    if (!result.ok) {
      const ask = [idOf('administrator'), idOf('administratorByPost')];
      expect(result.refusal).toEqual({ kind: 'may-not-write', why: 'administrators', ask });
    }
  });

  const never = kinds.flatMap((kind) =>
    (['guest', 'outsider', 'bot', 'deactivated'] as const).map((standing) => [kind, standing] as const),
  );
  test.each(never)('%s who is %s never writes nor proposes', async (kind, standing) => {
    const { ports, changes, store } = world();
    const result = await submitWrite(ports, aRequest({ person: personOf(kind, standing) }));
    expect(result).toEqual({ ok: false, refusal: { kind: 'may-not-write', why: 'standing', standing } });
    expect([changes, await store.openProposals({})]).toEqual([[], []]);
  });

  test('a role that was removed while the form was open counts no more', async () => {
    const { ports, overtake } = world();
    overtake({ kind: 'occupancy', id: 'o-leading' }, null);
    expect(await submitWrite(ports, aRequest())).toMatchObject({ value: { kind: 'proposed' } });
  });

  test('the row tells its project, whatever the form says', async () => {
    const { ports } = world();
    const request = aRequest({
      verb: 'cancel-event',
      person: personOf('leadOfAnother'),
      fields: { reason: 'a' },
      projectNumber: 9,
      row: seminar,
    });
    const result = await submitWrite(ports, request);
    expect(result).toMatchObject({ value: { kind: 'proposed', proposal: { projectId: 'project-8' } } });
  });

  test('a proposal asks the leads and then the deputies; without either the administrators', async () => {
    const { ports, overtake } = world();
    const ask = async () => {
      const result = await submitWrite(ports, aRequest({ person: personOf('member') }));
      return result.ok && result.value.kind === 'proposed' ? result.value.ask : [];
    };
    expect(await ask()).toEqual([idOf('lead'), idOf('deputy')]);
    overtake({ kind: 'occupancy', id: 'o-leading' }, null);
    overtake({ kind: 'role', id: 'r-helping' }, null);
    expect(await ask()).toEqual([idOf('administrator'), idOf('administratorByPost')]);
  });
});
