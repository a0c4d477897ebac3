import { describe, expect, test } from '@jest/globals';
import { sharingNext } from '../../src/store/sharing-next.ts';

/** A reading whose answers the test gives one by one. */
function controlled() {
  const waiting: { resolve: (value: string) => void; reject: (problem: Error) => void }[] = [];
  const read = () =>
    new Promise<string>((resolve, reject) => {
      waiting.push({ resolve, reject });
    });
  return { read, waiting };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('sharingNext', () => {
  test('one who asks alone is answered by a reading of their own', async () => {
    const { read, waiting } = controlled();
    const current = sharingNext(read);
    const first = current();
    waiting[0]?.resolve('1');
    expect(await first).toBe('1');
    const second = current();
    waiting[1]?.resolve('2');
    expect(await second).toBe('2');
  });

  test('all who ask while one reading is under way share the next, which begins after they asked', async () => {
    const { read, waiting } = controlled();
    const current = sharingNext(read);
    const first = current();
    const others = [current(), current(), current()];
    expect(waiting).toHaveLength(1);
    waiting[0]?.resolve('old');
    await turn();
    expect(waiting).toHaveLength(2);
    waiting[1]?.resolve('new');
    expect(await first).toBe('old');
    expect(await Promise.all(others)).toEqual(['new', 'new', 'new']);
  });

  test('who asks during the shared reading waits for one more', async () => {
    const { read, waiting } = controlled();
    const current = sharingNext(read);
    const first = current();
    const second = current();
    waiting[0]?.resolve('1');
    await turn();
    const third = current();
    waiting[1]?.resolve('2');
    await turn();
    waiting[2]?.resolve('3');
    expect(await Promise.all([first, second, third])).toEqual(['1', '2', '3']);
  });

  test('a reading that fails fails for those who share it and for nobody else', async () => {
    const { read, waiting } = controlled();
    const current = sharingNext(read);
    const first = current();
    const second = current();
    const third = current();
    waiting[0]?.reject(new Error('down'));
    await expect(first).rejects.toThrow('down');
    await turn();
    waiting[1]?.resolve('up');
    expect(await Promise.all([second, third])).toEqual(['up', 'up']);
  });
});
