/**
 * Formatted text as a tree. Words are unescaped already; whoever draws it uses textContent, so that nothing in it is
 * ever markup of the browser.
 */
export type TextNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly children: readonly TextNode[] }
  | { readonly kind: 'code'; readonly text: string }
  /** A block of code; `end` is the line break that follows it and is not drawn. */
  | { readonly kind: 'pre'; readonly text: string; readonly end: LineEnd }
  /** One quoted line (`>`), or all lines to the end (`>>>`); `marker` is what stood before it. */
  | {
      readonly kind: 'quote';
      readonly marker: string;
      readonly children: readonly TextNode[];
      readonly end: LineEnd;
    }
  /** `bare` when the address stood in the text without angle brackets. */
  | { readonly kind: 'link'; readonly url: string; readonly label: string | null; readonly bare: boolean }
  | { readonly kind: 'user' | 'channel' | 'group'; readonly id: string; readonly label: string | null }
  | { readonly kind: 'broadcast'; readonly range: string; readonly label: string | null }
  | {
      readonly kind: 'date';
      readonly seconds: number;
      readonly format: string;
      readonly link: string | null;
      readonly fallback: string | null;
    }
  | { readonly kind: 'emoji'; readonly name: string };

export type LineEnd = '' | '\n';

/** `&amp;`, `&lt;` and `&gt;` back to the characters, once: `&amp;lt;` becomes `&lt;`. Slack knows no other entities. */
export function unescapeText(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? '');
}

/** Whether an address may be opened from the page: never `javascript:` or `data:`. */
export function isOpenable(url: string): boolean {
  return /^(?:https?:\/\/|mailto:|tel:)[^\s]/i.test(url);
}
