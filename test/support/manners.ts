import type { LogEntry } from '../../src/sandbox/page/protocol.ts';
import { isJson, type Json, jsonList, textOf } from '../../src/sandbox/slack/json.ts';

/** A sentence ends so, also before an aside or a number behind it. */
const sentence = /[。．.!?！？…:）)]|受付番号|reference/u;

/** Slack shows what is said in a file's comment above the file. */
const speaking = new Set(['chat.postMessage', 'chat.update', 'chat.postEphemeral', 'response_url']);

/**
 * What a screen reader would stumble over in what the bot sent: a message whose notification is no sentence, two
 * buttons or fields of one surface that are read out alike, a picture without words.
 */
export function badManners(journal: readonly LogEntry[]): readonly string[] {
  return journal.flatMap(({ direction, what, request, response }) => {
    if (direction === 'from-bot') {
      const sent = isJson(request) ? request : {};
      // Of a call that was made to fail the journal keeps nothing.
      const said = speaking.has(what) && Object.keys(sent).length > 0 ? ofMessage(sent) : [];
      return [...said, ...ofView(sent.view)].map((wrong) => `${what}: ${wrong}`);
    }
    const answered = isJson(response) ? response : {};
    const said = Array.isArray(answered.blocks) ? ofMessage(answered) : [];
    return [...said, ...ofView(answered.view)].map((wrong) => `${what}: ${wrong}`);
  });
}

function ofMessage(message: Json): readonly string[] {
  const text = (textOf(message.text) ?? '').trim();
  if (message.delete_original === true) return [];
  const isSentence = text.length >= 5 && sentence.test(text);
  return [...(isSentence ? [] : [`「${text}」 is no sentence`]), ...ofBlocks(parsed(message.blocks))];
}

function ofView(view: unknown): readonly string[] {
  const whole = parsed(view);
  return isJson(whole) ? ofBlocks(whole.blocks) : [];
}

/** The Web API takes blocks and views as JSON in text, too. */
function parsed(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value;
}

function ofBlocks(value: unknown): readonly string[] {
  const blocks = jsonList(value);
  const names = blocks.flatMap(namesIn);
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  const wordless = blocks
    .flatMap(picturesIn)
    .filter(({ alt_text: alt }) => (textOf(alt) ?? '').trim() === '');
  return [
    ...twice.map((name) => `「${name}」 is read out twice`),
    ...wordless.map(() => 'a picture has no words'),
  ];
}

/** What is read out of whatever can be pressed or filled in. */
function namesIn(block: Json): readonly string[] {
  if (block.type === 'input') return [textIn(block.label)];
  const inside = [...jsonList(block.elements), ...(isJson(block.accessory) ? [block.accessory] : [])];
  return inside
    .filter(({ action_id: id }) => typeof id === 'string')
    .map(
      (element) =>
        textOf(element.accessibility_label) ?? (textIn(element.text) || textIn(element.placeholder)),
    );
}

function picturesIn(block: Json): readonly Json[] {
  const inside = [...jsonList(block.elements), ...(isJson(block.accessory) ? [block.accessory] : [])];
  return [block, ...inside].filter(({ type }) => type === 'image');
}

function textIn(text: unknown): string {
  return isJson(text) ? (textOf(text.text) ?? '') : '';
}
