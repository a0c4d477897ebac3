import type { Desk } from '../desk.ts';

/**
 * Typed words as Slack keeps them: `&`, `<` and `>` escaped; `@name` and `#channel` made mentions. A mention that was
 * written out, `<@U…>`, stays one if there is such a person.
 */
export function typedText({ workspace }: Desk, typed: string): string {
  const escaped = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const names = workspace
    .people()
    .flatMap(({ id, name, realName }) => [
      [`&lt;@${id}&gt;`, `<@${id}>`],
      [`@${realName}`, `<@${id}>`],
      [`@${name}`, `<@${id}>`],
    ])
    .concat(
      workspace
        .conversations()
        .filter(({ kind }) => kind === 'channel')
        .map(({ id, name }) => [`#${name}`, `<#${id}|${name}>`]),
    )
    .sort(([a = ''], [b = '']) => b.length - a.length);
  return names.reduce((text, [shown = '', token = '']) => text.replaceAll(shown, token), escaped);
}
