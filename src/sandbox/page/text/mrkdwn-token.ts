import { isOpenable, type TextNode, unescapeText } from './nodes.ts';

/**
 * What stands between angle brackets: `https://…|label`, `@U1|name`, `#C1|name`, `!here`, `!subteam^S1|@name`,
 * `!date^seconds^format^link|fallback`. Null when Slack would show it as typed.
 */
export function parseToken(inner: string): TextNode | null {
  const bar = inner.indexOf('|');
  const head = unescapeText(bar < 0 ? inner : inner.slice(0, bar));
  const label = bar < 0 ? null : unescapeText(inner.slice(bar + 1));
  if (head.startsWith('!')) return parseCommand(head.slice(1), label);
  const mention = /^([@#])([A-Z][A-Z0-9]*)$/.exec(head);
  if (mention !== null) return { kind: mention[1] === '@' ? 'user' : 'channel', id: mention[2] ?? '', label };
  return isOpenable(head) ? { kind: 'link', url: head, label, bare: false } : null;
}

function parseCommand(command: string, label: string | null): TextNode | null {
  if (['here', 'channel', 'everyone'].includes(command)) return { kind: 'broadcast', range: command, label };
  const group = /^subteam\^([A-Z0-9]+)$/.exec(command);
  if (group !== null) return { kind: 'group', id: group[1] ?? '', label };
  const date = /^date\^(\d{1,12})\^([^^]*)(?:\^(.*))?$/.exec(command);
  if (date === null || String(Number(date[1])) !== date[1]) return null;
  return {
    kind: 'date',
    seconds: Number(date[1]),
    format: date[2] ?? '',
    link: date[3] ?? null,
    fallback: label,
  };
}
