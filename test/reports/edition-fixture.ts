/** The smallest file, with `project` in its only project. */
export function file(project: Record<string, unknown>, more: Record<string, unknown> = {}) {
  const projects = [{ number: 1, name: '港湾プロジェクト', ...project }];
  return { key: '2020-08', title: '進捗状況', asOf: '令和2年8月', projects, ...more };
}

/** A planned entry without a date. */
export function entry(more: Record<string, unknown> = {}) {
  return { mark: '■', text: '岸壁の整備', state: 'planned', ...more };
}

/** An indicator of numbers, not yet observed. */
export function indicator(more: Record<string, unknown> = {}) {
  const target = { kind: 'number', amount: '30' };
  return { name: '実施回数', unit: '回', unitOnActual: true, target, ...more };
}
