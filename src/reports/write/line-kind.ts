/** What a line of a cell is, by its mark: what the writers lay it out by. */
export type LineKind =
  | 'name' // 8. 地域産業IoT等導入促進プロジェクト
  | 'heading' // 《主な取組》, 【全般】, 指標
  | 'initiative' // ▼
  | 'entry' // ■
  | 'sub-entry' // ・
  | 'remark' // ※, （…）
  | 'strand' // <阿知須実証事業>
  | 'programme' // [関連事業]
  | 'plain';

const kinds: readonly (readonly [pattern: RegExp, kind: LineKind])[] = [
  [/^\d{1,3}\. /, 'name'],
  [/^(《.*》|【.*】|指標)$/, 'heading'],
  [/^▼/, 'initiative'],
  [/^■/, 'entry'],
  [/^・/, 'sub-entry'],
  [/^[※（]/, 'remark'],
  [/^<[^<>]+>$/, 'strand'],
  [/^\[関連事業\]/, 'programme'],
];

/** What the line is. */
export function lineKind(line: string): LineKind {
  return kinds.find(([pattern]) => pattern.test(line))?.[1] ?? 'plain';
}

/** How far a line of this kind is set in, in characters; what wraps hangs one character further behind a mark. */
export function indentOf(kind: LineKind): { readonly left: number; readonly hanging: number } {
  switch (kind) {
    case 'name':
    case 'heading':
      return { left: 0, hanging: 0 };
    case 'initiative':
    case 'entry':
      return { left: 0, hanging: 1 };
    case 'programme':
      return { left: 0, hanging: 1 };
    case 'strand':
      return { left: 0.5, hanging: 0 };
    case 'sub-entry':
    case 'remark':
      return { left: 1, hanging: 1 };
    case 'plain':
      return { left: 1, hanging: 0 };
  }
}

/** Whether a line of this kind is set in bold. */
export function isBold(kind: LineKind): boolean {
  return kind === 'name' || kind === 'heading';
}
