import { post } from '../parts/api.ts';
import { clockTime, wareki } from '../parts/calendar.ts';
import { byId, el } from '../parts/dom.ts';
import { showNotice } from '../parts/notice.ts';
import type { PageRequests, PageState } from '../protocol.ts';

const STEPS = [
  { advance: 'hour', label: '+1時間' },
  { advance: 'day', label: '+1日' },
  { advance: 'week', label: '+1週間' },
] as const;

/** Draws the buttons that move the product's clock on. */
export function prepareClock(): void {
  const buttons = STEPS.map(({ advance, label }) => {
    const button = el(
      'button',
      { type: 'button', class: 'clock-step', title: `製品の時計を${label.slice(1)}進める` },
      label,
    );
    button.onclick = () => void move(button, advance);
    return button;
  });
  byId('clock-steps').append(...buttons);
}

async function move(button: HTMLButtonElement, advance: PageRequests['clock']['advance']): Promise<void> {
  if (button.ariaBusy === 'true') return;
  button.ariaBusy = 'true';
  const answer = await post('clock', { advance });
  button.ariaBusy = 'false';
  if (!answer.ok) showNotice(`時計を進められませんでした。${answer.error}`);
}

/** Shows the product's time: 令和2年8月24日（月） 9:00. */
export function showClock({ clock }: PageState): void {
  const now = new Date(clock.now);
  byId('clock-day').textContent = wareki(now, clock.timeZone);
  byId('clock-time').textContent = clockTime(now, clock.timeZone);
}
