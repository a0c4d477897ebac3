import { drawBlocks } from '../blocks/draw-block.ts';
import { createFields } from '../elements/fields.ts';
import { byId, el } from '../parts/dom.ts';
import { showKeyed } from '../parts/keyed.ts';
import type { PageState } from '../protocol.ts';
import { createSurface } from './surfaces.ts';

/** The Home tab of the app, as the bot published it for this person. */
export function createHome(): (state: PageState) => void {
  let fields = createFields();
  let owner = '';
  // So that the arrow keys can scroll it.
  byId('home').tabIndex = 0;
  return (state) => {
    if (owner !== state.me) fields = createFields();
    owner = state.me;
    const { home } = state;
    const draw = () => {
      if (home === null) return drawEmpty(state);
      const surface = createSurface({ state, from: { kind: 'view', viewId: home.id }, fields });
      return drawBlocks(home.blocks, surface);
    };
    const signature = home === null ? '' : `${home.id} ${home.hash} ${JSON.stringify(home.blocks)}`;
    showKeyed(byId('home-view'), [{ key: state.me, signature, draw }]);
  };
}

function drawEmpty({ bot }: PageState): HTMLElement {
  return el(
    'p',
    { class: 'home-empty' },
    `${bot.name} のホームはまだ届いていません。届くとここに表示されます。`,
  );
}
