import { describe, expect, test } from '@jest/globals';
import type { Indicator, IndicatorId } from '../../../src/domain/indicator.ts';
import { indicatorNamed, readDated, readValueLine } from '../../../src/slack/modals/read-line.ts';
import { anIndicator, today } from '../../support/factories.ts';

describe('a line of progress or of a plan', () => {
  test.each([
    ['R2.8.25 ローカル5G実証を開始 [12社30名]', 'R2.8.25', 'ローカル5G実証を開始', '12社30名'],
    ['ローカル5G実証を開始 R2.8.25 [12社30名]', 'R2.8.25', 'ローカル5G実証を開始', '12社30名'],
    ['ローカル5G実証を開始 [12社30名] R2.8.25', 'R2.8.25', 'ローカル5G実証を開始', '12社30名'],
    ['R2.11下旬 実証実験の開始', 'R2.11下旬', '実証実験の開始', undefined],
    ['R 元. 9 に協定を締結', 'R 元. 9', '協定を締結', undefined],
    ['R2.8.25 にぎわい創出の会議', 'R2.8.25', 'にぎわい創出の会議', undefined],
    ['令和2年8月25日に、開始', '令和2年8月25日', '開始', undefined],
    ['２０２０年８月２５日　セミナー［６４社］', '２０２０年８月２５日', 'セミナー', '６４社'],
    ['8/25 セミナー', '8/25', 'セミナー', undefined],
    ['R2.2.30 セミナー', 'R2.2.30', 'セミナー', undefined],
    ['R2.秋頃', 'R2.秋頃', undefined, undefined],
    ['R2D2 を導入', undefined, 'R2D2 を導入', undefined],
    ['IoT を R2.8.25 に開始した', undefined, 'IoT を R2.8.25 に開始した', undefined],
    ['5/8社が導入', undefined, '5/8社が導入', undefined],
    ['①を導入 [5社] [30名]', undefined, '①を導入', '5社\n30名'],
    ['', undefined, undefined, undefined],
  ])('%s', (line, when, text, figures) => {
    expect(readDated(line, today)).toEqual({
      ...(when === undefined ? {} : { when }),
      ...(text === undefined ? {} : { text }),
      ...(figures === undefined ? {} : { figures }),
    });
  });
});

const named = (name: string): Indicator => ({
  ...anIndicator('1', '5'),
  id: name as IndicatorId,
  name,
});
const indicators = [named('先導的プロジェクトによる IoT 等導入件数'), named('中小企業の IoT 導入率')];

describe('a line with a value', () => {
  test.each([
    ['IoT導入率 15.2% R3.3', '中小企業の IoT 導入率', '15.2%', 'R3.3'],
    ['導入件数 １２件 R2.8', '先導的プロジェクトによる IoT 等導入件数', '１２件', 'R2.8'],
    ['R2.8 導入率 15.2', '中小企業の IoT 導入率', '15.2', 'R2.8'],
    ['15.2% 導入率 R2.8', '中小企業の IoT 導入率', '15.2%', 'R2.8'],
    ['導入率', '中小企業の IoT 導入率', undefined, undefined],
    ['15.2', undefined, '15.2', undefined],
    ['港湾 15.2', undefined, '15.2', undefined],
    ['IoT 15.2', undefined, '15.2', undefined],
  ])('%s', (line, indicator, value, when) => {
    expect(readValueLine(line, { indicators, today })).toEqual({
      ...(indicator === undefined ? {} : { indicator }),
      ...(value === undefined ? {} : { value }),
      ...(when === undefined ? {} : { when }),
    });
  });

  test('the only indicator needs no name', () => {
    expect(indicatorNamed('', indicators.slice(0, 1))?.name).toBe(indicators[0]?.name);
    expect(indicatorNamed('', indicators)).toBeNull();
  });
});
