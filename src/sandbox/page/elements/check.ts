import { type Json, numberIn, objectIn, stringIn } from '../parts/json.ts';
import type { ViewValues } from '../protocol.ts';

/**
 * What Slack's client itself refuses before it sends a view: required fields left empty, text outside its length,
 * numbers that are none or out of bounds, malformed addresses. Block id → words; empty when all is well.
 */
export function fieldProblems(blocks: readonly Json[], values: ViewValues): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const block of blocks) {
    if (stringIn(block, 'type') !== 'input') continue;
    const element = objectIn(block, 'element') ?? {};
    const blockId = stringIn(block, 'block_id');
    const value = values[blockId]?.[stringIn(element, 'action_id')] ?? {};
    const problem = isEmpty(value)
      ? block.optional === true
        ? null
        : 'この項目は必須です。入力してください。'
      : elementProblem(element, value);
    if (problem !== null) problems[blockId] = problem;
  }
  return problems;
}

function isEmpty(value: Json): boolean {
  const content = Object.entries(value).find(([name]) => name !== 'type')?.[1];
  return (
    content === null ||
    content === undefined ||
    content === '' ||
    (Array.isArray(content) && content.length === 0)
  );
}

function elementProblem(element: Json, value: Json): string | null {
  const text = stringIn(value, 'value');
  switch (stringIn(element, 'type')) {
    case 'plain_text_input':
      return lengthProblem(element, text);
    case 'number_input':
      return numberProblem(element, text);
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
        ? null
        : 'メールアドレスの形で入力してください（例: name@example.jp）。';
    case 'url_text_input':
      return /^https?:\/\/[^\s/]+/.test(text) ? null : 'https:// で始まる URL を入力してください。';
    default:
      return null;
  }
}

function lengthProblem(element: Json, text: string): string | null {
  const [least, most] = [numberIn(element, 'min_length'), numberIn(element, 'max_length')];
  if (least !== null && text.length < least) return `${least}文字以上で入力してください。`;
  return most !== null && text.length > most ? `${most}文字以内で入力してください。` : null;
}

function numberProblem(element: Json, text: string): string | null {
  const decimals = element.is_decimal_allowed === true;
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return '数字で入力してください（例: 15）。';
  if (!decimals && text.includes('.')) return '整数で入力してください（例: 15）。';
  const [least, most] = [numberIn(element, 'min_value'), numberIn(element, 'max_value')];
  if (least !== null && Number(text) < least) return `${least}以上の数を入力してください。`;
  return most !== null && Number(text) > most ? `${most}以下の数を入力してください。` : null;
}
