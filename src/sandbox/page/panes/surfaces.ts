import type { Fields } from '../elements/fields.ts';
import type { Surface } from '../elements/surface.ts';
import { post } from '../parts/api.ts';
import { type Json, objectsIn } from '../parts/json.ts';
import { showNotice } from '../parts/notice.ts';
import type { PageRequests, PageState } from '../protocol.ts';

/** A surface whose presses and questions go to the sandbox as the person who looks at the page. */
export function createSurface(parts: {
  readonly state: PageState;
  readonly from: PageRequests['act']['from'];
  readonly fields: Fields;
}): Surface {
  const { state, from, fields } = parts;
  const as = state.me;
  return {
    state,
    fields,
    async act(press) {
      const answer = await post('act', { as, from, ...press, values: fields.values() });
      if (!answer.ok) showNotice(`操作が届きませんでした。もう一度お試しください。${answer.error}`);
    },
    async suggest(ask) {
      const view = from.kind === 'view' ? { viewId: from.viewId, ts: null } : { viewId: null, ts: from.ts };
      const answer = await post('suggest', { as, ...view, ...ask });
      return answer.ok ? suggested(answer.body) : null;
    },
  };
}

/** Options may come as one list, or in groups as the bot sends them. */
function suggested(body: Json): readonly Json[] {
  return [...objectsIn(body, 'options'), ...objectsIn(body, 'option_groups')];
}
