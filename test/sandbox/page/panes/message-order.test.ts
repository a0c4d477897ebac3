import { describe, expect, test } from '@jest/globals';
import { messageLines } from '../../../../src/sandbox/page/panes/message-order.ts';
import type { PageMessage } from '../../../../src/sandbox/page/protocol.ts';
import { aMessage, NOW_SECONDS } from '../factory.ts';

const at = (seconds: number) => `${NOW_SECONDS + seconds}.000000`;
const lines = (...messages: PageMessage[]) =>
  messageLines(messages, 'Asia/Tokyo').map((line) =>
    line.kind === 'day' ? line.key : `${line.message.text}${line.follows ? ' (follows)' : ''}`,
  );

describe('messageLines', () => {
  test('a line stands before the first message of each day of the zone', () => {
    const days = lines(aMessage({ text: 'a', ts: at(0) }), aMessage({ text: 'b', ts: at(15 * 3600) }));
    expect(days).toEqual(['2020-08-24', 'a', '2020-08-25', 'b']);
  });

  test('replies stand behind the first message of their thread', () => {
    const root = aMessage({ text: 'root', ts: at(0) });
    const later = aMessage({ text: 'later', ts: at(1000) });
    const reply = aMessage({ text: 'reply', ts: at(90_000), threadTs: root.ts });
    expect(lines(root, later, reply)).toEqual(['2020-08-24', 'root', 'reply', 'later']);
  });

  test('a reply whose thread cannot be seen stands by itself', () => {
    expect(lines(aMessage({ text: 'reply', threadTs: at(-5) }))).toContain('reply');
  });

  test.each<[string, Partial<PageMessage>, boolean]>([
    ['soon, by the same person', { ts: at(60) }, true],
    ['after five minutes', { ts: at(300) }, false],
    ['by another', { ts: at(60), user: 'U0LEAD' }, false],
    ['only for me', { ts: at(60), ephemeral: true }, false],
  ])('%s: name left out %s', (_, difference, left) => {
    const first = aMessage({ text: 'a', ts: at(0) });
    const [, , second] = lines(first, aMessage({ text: 'b', ...difference }));
    expect(second).toBe(left ? 'b (follows)' : 'b');
  });
});
