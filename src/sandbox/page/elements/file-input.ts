import { sendFile } from '../parts/api.ts';
import { el } from '../parts/dom.ts';
import { isJson, type Json, numberIn, objectsIn, stringIn, stringsIn } from '../parts/json.ts';
import { beginValue, controlAttributes, keepValue, type Place } from './surface.ts';

const type = 'file_input';

/** A field for files: each is uploaded as soon as it is chosen; the value holds what the server told of them. */
export function drawFileInput(element: Json, place: Place): HTMLElement {
  const most = numberIn(element, 'max_files') ?? 10;
  const input = el('input', {
    ...controlAttributes(place, 'ファイルを選ぶ'),
    class: 'input',
    type: 'file',
    multiple: most > 1,
    accept: stringsIn(element, 'filetypes')
      .map((ending) => `.${ending}`)
      .join(','),
  });
  const list = el('p', { class: 'hint', role: 'status' });
  const show = (files: readonly Json[], words = '') => {
    list.textContent = [words, ...files.map((file) => stringIn(file, 'name'))].filter(Boolean).join('、');
  };
  show(objectsIn(beginValue(place, { type, files: [] }), 'files'));
  input.onchange = async () => {
    const chosen = [...(input.files ?? [])].slice(0, most);
    keepValue(place, { type, files: [] });
    show([], chosen.length === 0 ? '' : 'アップロードしています…');
    const answers = await Promise.all(chosen.map((file) => sendFile(place.surface.state.me, file)));
    const files = answers.flatMap((answer) =>
      answer.ok && isJson(answer.body.file) ? [answer.body.file] : [],
    );
    keepValue(place, { type, files });
    const failed = answers.find((answer) => !answer.ok);
    show(files, failed && !failed.ok ? `アップロードできませんでした（${failed.error}）` : '');
  };
  return el('div', {}, input, list);
}
