import { drawElement } from '../elements/draw-element.ts';
import type { Surface } from '../elements/surface.ts';
import { el, freshId } from '../parts/dom.ts';
import { icon } from '../parts/icons.ts';
import { type Json, objectIn, wordsIn } from '../parts/json.ts';
import { drawPlain } from '../text/draw-text.ts';
import { frameWords } from '../text/frame-words.ts';

/** An input block: label, control, hint, and the place for its error. */
export function drawInput(
  block: Json,
  scene: { readonly surface: Surface; readonly blockId: string },
): HTMLElement {
  const names = { control: freshId('control'), label: freshId('label'), described: freshId('about') };
  const hint = wordsIn(block, 'hint');
  const control = drawElement(objectIn(block, 'element') ?? {}, {
    ...scene,
    dispatches: block.dispatch_action === true,
    names,
  });
  const { optional: mark } = frameWords(scene.surface.state);
  const optional = block.optional === true ? el('span', { class: 'optional' }, mark) : null;
  return el(
    'div',
    { class: 'block input-block', 'data-block': scene.blockId },
    el('label', { id: names.label, for: names.control }, ...drawPlain(wordsIn(block, 'label')), optional),
    control,
    el(
      'div',
      { id: names.described },
      el('p', { class: 'field-error', role: 'alert' }),
      hint === '' ? null : el('p', { class: 'hint' }, ...drawPlain(hint)),
    ),
  );
}

/**
 * Shows these errors (block id → words) at their fields, takes away all others, and moves the focus to the first.
 * Gives back the words of those whose field is not in `root`.
 */
export function showFieldErrors(
  root: HTMLElement,
  errors: Readonly<Record<string, string>>,
): readonly string[] {
  const missing = new Map(Object.entries(errors));
  let first: HTMLElement | null = null;
  for (const field of root.querySelectorAll<HTMLElement>('[data-block]')) {
    const words = errors[field.dataset.block ?? ''] ?? null;
    const control = field.querySelector<HTMLElement>('[data-control]');
    missing.delete(field.dataset.block ?? '');
    field.classList.toggle('wrong', words !== null);
    control?.setAttribute('aria-invalid', String(words !== null));
    field
      .querySelector('.field-error')
      ?.replaceChildren(...(words === null ? [] : [icon('warning'), el('span', {}, words)]));
    if (words !== null) first ??= control;
  }
  const target = first?.querySelector<HTMLElement>('input') ?? first;
  target?.focus();
  return [...missing.values()];
}
