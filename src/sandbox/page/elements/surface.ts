import type { Json } from '../parts/json.ts';
import type { PageRequests, PageState } from '../protocol.ts';
import type { ElementValue, Fields } from './fields.ts';

/** Where blocks stand: a message, a modal or the Home tab, and what can be done from there. */
export interface Surface {
  readonly state: PageState;
  readonly fields: Fields;
  /** Tells the bot of a press or a choice; resolves when the server has answered. */
  readonly act: (press: Press) => Promise<void>;
  /** The bot's choices for what is typed in an external select; null when it did not answer. */
  readonly suggest: (
    ask: Omit<PageRequests['suggest'], 'as' | 'viewId' | 'ts'>,
  ) => Promise<readonly Json[] | null>;
}

interface Press {
  readonly blockId: string;
  readonly actionId: string;
  readonly chosen: Record<string, unknown>;
}

/** One element's place in a surface. */
export interface Place {
  readonly surface: Surface;
  readonly blockId: string;
  readonly actionId: string;
  /** Inside an input block: a change is told to the bot only when the block asks for it (`dispatch_action`). */
  readonly dispatches: boolean;
  /** The ids that a label and its hint give the control; null outside input blocks. */
  readonly names: { readonly control: string; readonly label: string; readonly described: string } | null;
}

/** The attributes that name and describe a control for screen readers and let its focus survive a redraw. */
export function controlAttributes(place: Place, fallbackName: string): Record<string, string | null> {
  const { names } = place;
  return {
    id: names?.control ?? null,
    'data-control': '',
    'data-focus': `${place.blockId}/${place.actionId}`,
    'aria-labelledby': names?.label ?? null,
    'aria-describedby': names?.described ?? null,
    'aria-label': names === null && fallbackName !== '' ? fallbackName : null,
  };
}

/** The value to begin with: what an earlier drawing left here, else the element's own. */
export function beginValue(place: Place, initial: ElementValue): ElementValue {
  return place.surface.fields.begin(place.blockId, place.actionId, initial);
}

/** Keeps a new value, and tells the bot when this place does so at every change. */
export function changeValue(place: Place, value: ElementValue): void {
  keepValue(place, value);
  if (place.dispatches) tellBot(place, value);
}

/** Keeps a new value without telling the bot. */
export function keepValue(place: Place, value: ElementValue): void {
  place.surface.fields.set(place.blockId, place.actionId, value);
}

/** Tells the bot what was chosen. */
export function tellBot(place: Place, value: ElementValue): void {
  const { type: _, ...chosen } = value;
  void place.surface.act({ blockId: place.blockId, actionId: place.actionId, chosen });
}
