import type { View } from '../messages/parts/view.ts';

/** Gives the length of a thing: as it was measured last, where it was drawn in the same way then. */
type RememberedLength<Thing> = (thing: Thing, measure: () => number) => number;

/**
 * Remembers how long a thing is when it is drawn, for as long as the thing itself lives: of a long list every item is
 * measured to tell where pages end, and only ten are shown. For things that do not change: what is read anew after a
 * change is another object.
 */
export function rememberedLengths<Thing extends object>(): (view: View) => RememberedLength<Thing> {
  const measured = new WeakMap<Thing, { readonly drawn: string; readonly length: number }>();
  return ({ words, today, at }) => {
    const drawn = `${words.language} ${today} ${at ?? ''}`;
    return (thing, measure) => {
      const last = measured.get(thing);
      if (last?.drawn === drawn) return last.length;
      const length = measure();
      measured.set(thing, { drawn, length });
      return length;
    };
  };
}
