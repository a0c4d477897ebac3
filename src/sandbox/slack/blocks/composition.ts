import type { Json } from '../json.ts';
import { jsonList } from '../json.ts';
import type { Check, Problem, Shape } from './check.ts';
import { boolean, byType, list, object, oneOf, problem, string } from './check.ts';
import { LIMITS } from './limits.ts';

/** A web address that Slack would link or fetch. */
export const url: Check = (value, at) =>
  typeof value === 'string' && /^(https?|slack|mailto|tel):/i.test(value)
    ? string({ max: LIMITS.url })(value, at)
    : problem(at, 'must be a valid URL');

/** A `plain_text` object of at most so many characters. */
export function plainText(max: number): Check {
  return byType({ plain_text: plainShape(max) });
}

/** A `plain_text` or `mrkdwn` object of at most so many characters. */
export function anyText(max: number): Check {
  return byType(textShapes(max));
}

function plainShape(max: number): Shape {
  return { required: { text: string({ min: 1, max }) }, optional: { emoji: boolean } };
}

/** The shapes of both text objects, for lists that hold texts among other things. */
export function textShapes(max: number): Record<string, Shape> {
  return {
    plain_text: plainShape(max),
    mrkdwn: { required: { text: string({ min: 1, max }) }, optional: { verbatim: boolean } },
  };
}

/** An image by address or by Slack file, one of both. */
export const imageSource: Shape = {
  required: { alt_text: string({ min: 1, max: LIMITS.image.altText }) },
  optional: {
    image_url: url,
    slack_file: object({ optional: { id: string({ min: 1, max: 255 }), url } }),
  },
  also: (value, at) =>
    (value.image_url === undefined) === (value.slack_file === undefined)
      ? problem(at, 'must have either image_url or slack_file')
      : [],
};

export const confirm: Check = object({
  required: { title: plainText(LIMITS.confirm.title), text: anyText(LIMITS.confirm.text) },
  optional: {
    confirm: plainText(LIMITS.confirm.button),
    deny: plainText(LIMITS.confirm.button),
    style: oneOf(['primary', 'danger']),
  },
});

/** An option of a menu (plain text) or of radio buttons and checkboxes (any text). */
export function option(kind: 'menu' | 'overflow' | 'choice'): Check {
  const text = kind === 'choice' ? anyText : plainText;
  return object({
    required: {
      text: text(LIMITS.option.text),
      value: string({ min: 1, max: LIMITS.option.value }),
    },
    optional: {
      description: text(LIMITS.option.description),
      ...(kind === 'overflow' ? { url } : {}),
    },
  });
}

/** The option groups of a select. */
export const optionGroups: Check = list(
  object({
    required: {
      label: plainText(LIMITS.optionGroup.label),
      options: list(option('menu'), { max: LIMITS.select }),
    },
  }),
  { max: LIMITS.optionGroup.groups },
);

/** All options that an element offers, from its groups too. */
export function offeredOptions(element: Json): Json[] {
  return [
    ...jsonList(element.options),
    ...jsonList(element.option_groups).flatMap(({ options }) => jsonList(options)),
  ];
}

/** The rule that what is chosen at first must be among what is offered, in every field the same. */
export function initialAmongOffered(element: Json, at: string): readonly Problem[] {
  const offered = new Set(offeredOptions(element).map((each) => canonical(each)));
  const initial = [...jsonList([element.initial_option]), ...jsonList(element.initial_options)];
  return initial.every((each) => offered.has(canonical(each)))
    ? []
    : problem(at, 'initial option must be one of the options');
}

/** An option as text, whatever the order of its fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}
