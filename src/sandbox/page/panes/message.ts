import { drawBlocks } from '../blocks/draw-block.ts';
import { drawFile } from '../elements/file.ts';
import type { Surface } from '../elements/surface.ts';
import { avatar } from '../parts/avatar.ts';
import { clockTime, instantOf, wareki } from '../parts/calendar.ts';
import { el } from '../parts/dom.ts';
import { icon } from '../parts/icons.ts';
import { attachMenu } from '../parts/menu.ts';
import type { PageMessage } from '../protocol.ts';
import { drawMrkdwn } from '../text/draw-text.ts';
import { frameWords } from '../text/frame-words.ts';
import { personName } from '../text/person-name.ts';

export interface MessageScene {
  readonly surface: Surface;
  readonly runShortcut: (callbackId: string, ts: string) => void;
  /** The message before is of the same person and young: then the name is not repeated. */
  readonly follows: boolean;
}

/** One message as Slack draws it. */
export function drawMessage(message: PageMessage, scene: MessageScene): HTMLElement {
  const { state } = scene.surface;
  const classes = [
    'message',
    message.ephemeral && 'ephemeral',
    scene.follows && 'follows',
    message.threadTs !== null && message.threadTs !== message.ts && 'reply',
  ];
  const name = personName(message.user, state) ?? message.user;
  return el(
    'article',
    {
      class: classes.filter((one) => one !== false).join(' '),
      'data-ts': message.ts,
      'aria-label': `${name} のメッセージ`,
    },
    message.ephemeral ? el('div', { class: 'only-you' }, icon('eye'), frameWords(state).onlyYou) : null,
    el(
      'div',
      { class: 'message-row' },
      el(
        'div',
        { class: 'message-side' },
        scene.follows ? drawTime(message, state.clock.timeZone) : avatar(message.user, state),
      ),
      el(
        'div',
        { class: 'message-main' },
        scene.follows ? null : drawByline(message, name, scene),
        drawBody(message, scene),
      ),
    ),
    drawMenu(message, scene),
  );
}

function drawByline(message: PageMessage, name: string, { surface }: MessageScene): HTMLElement {
  const { bot, clock } = surface.state;
  return el(
    'div',
    { class: 'byline' },
    el('b', {}, name),
    message.user === bot.id ? el('span', { class: 'badge' }, frameWords(surface.state).app) : null,
    drawTime(message, clock.timeZone),
  );
}

function drawTime({ ts }: PageMessage, timeZone: string): HTMLElement {
  const at = instantOf(ts);
  const title = `${wareki(at, timeZone)} ${clockTime(at, timeZone)}`;
  return el('time', { class: 'message-time', datetime: at.toISOString(), title }, clockTime(at, timeZone));
}

function drawBody(message: PageMessage, { surface }: MessageScene): HTMLElement {
  // Slack marks no change of what only one person sees.
  const words = frameWords(surface.state);
  const edited = message.edited && !message.ephemeral ? el('span', { class: 'edited' }, words.edited) : null;
  const blocks = message.blocks ?? [];
  const body = blocks.length > 0 ? drawBlocks(blocks, surface) : drawMrkdwn(message.text, surface.state);
  return el('div', { class: 'message-body' }, body, edited, ...message.files.map(drawFile));
}

/** The … menu; Slack offers no shortcuts on what only one person sees. */
function drawMenu(message: PageMessage, { surface, runShortcut }: MessageScene): HTMLElement | null {
  const offered = surface.state.shortcuts.filter(({ type }) => type === 'message');
  if (message.ephemeral || offered.length === 0) return null;
  const button = el(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': 'メッセージの操作', 'data-focus': 'menu' },
    icon('more'),
  );
  const menu = attachMenu(button, () =>
    offered.map(({ name, callbackId }) => ({
      label: name,
      detail: surface.state.bot.name,
      checked: null,
      onPick: () => runShortcut(callbackId, message.ts),
    })),
  );
  return el('div', { class: 'message-menu' }, button, menu);
}
