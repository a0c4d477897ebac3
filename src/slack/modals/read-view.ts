import type { ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import { type Fields, fieldNames } from '../../actions/writes/write-verb.ts';

const Element = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_user: z.string().nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
});

const names: ReadonlySet<string> = new Set(fieldNames);

/** What stands in the fields of a view as typed or chosen; '' where nothing stands. */
export function readFields({ state }: Pick<ViewOutput, 'state'>): Fields {
  const told = Object.entries(state.values)
    .filter(([block]) => names.has(block))
    .map(([block, elements]) => [block, heldBy(Object.values(elements)[0])] as const);
  return Object.fromEntries(told);
}

function heldBy(element: unknown): string {
  const read = Element.safeParse(element);
  if (!read.success) return '';
  const { value, selected_option: option, selected_user: user, selected_options: options } = read.data;
  return value ?? option?.value ?? user ?? options?.map((each) => each.value).join('\n') ?? '';
}
