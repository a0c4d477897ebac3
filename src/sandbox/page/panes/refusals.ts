import { post } from '../parts/api.ts';
import { byId, el } from '../parts/dom.ts';
import { icon } from '../parts/icons.ts';
import { showKeyed } from '../parts/keyed.ts';
import type { PageState } from '../protocol.ts';

/** Draws the red boxes for what Slack would have refused of the bot, until each is dismissed. */
export function showRefusals({ refusals }: PageState): void {
  showKeyed(
    byId('refusals'),
    refusals.map((refusal) => ({
      key: String(refusal.id),
      signature: '',
      draw: () => drawRefusal(refusal),
    })),
  );
}

function drawRefusal({ id, method, problem }: PageState['refusals'][number]): HTMLElement {
  const label = `${method} の拒否の表示を閉じる`;
  const close = el('button', { type: 'button', class: 'icon-button', 'aria-label': label }, icon('close'));
  close.onclick = () => void post('dismiss', { id });
  const words = el(
    'div',
    {},
    el('b', {}, 'Slack はこの呼び出しを拒否します'),
    el('div', { class: 'refusal-problem' }, el('code', {}, method), ` ${problem}`),
  );
  return el('div', { class: 'refusal', role: 'alert' }, icon('warning'), words, close);
}
