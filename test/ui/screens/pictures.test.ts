import { describe, expect, it } from 'vitest';
import { shownChange } from '../../../src/report/shown-money.ts';
import type { Picture } from '../../../src/ui/layout.ts';
import type { Lines } from '../../../src/ui/lines.ts';
import { pictureOf } from '../../../src/ui/screens/pictures.ts';
import { desk } from '../desk-fixture.ts';
import { open, type } from '../frame.tsx';

const room: Picture = { place: 'below', columns: 70, rows: 12 };
const texts = (lines: Lines) => lines.map(spans => spans.map(({ text }) => text).join(''));
const picture = (keys: string, at = room) => texts(pictureOf(open({ keys }).getState(), at));

describe('from the baseline to a reform', () => {
  it('the steps end exactly at the total, in every dimension and under every reform', () => {
    const ends = ['5', '5d', '5dd', '5ddd', '5dddd'].flatMap(keys =>
      [keys, `${keys}[`].map(way => {
        const lines = picture(way);
        return [lines.some(line => line.includes('余项')), lines.at(-1)?.split(' ').at(-1)];
      }),
    );
    // 2.0: -30,096.15; 1.1: -15,500.00
    const totals = ['−3.01', '−1.55'];
    expect(ends).toEqual(Array.from({ length: 5 }, () => totals.map(total => [false, total])).flat());
    expect([2, 1].map(at => shownChange(desk.runs[at]!.result.totals.margin))).toEqual(totals);
  });

  it('the smallest steps go together when there are too many', () => {
    // -20,000.00, -14,096.15 and the rest: IR29 +4,000.00, FM19 -1,000.00, FR25 +1,000.00
    expect(picture('5d', { ...room, rows: 6 }).map(line => line.replace(/[^\u4e00-\u9fff\w. −+]/g, '').replace(/ {2,}/g, ' '))).toEqual([
      '差额从按项目到DRG 2.0按病组万元',
      '按项目 0.00',
      'GD29 胆囊切除手术 −2.00',
      'IC29 髋肩膝肘和踝关节 −1.41',
      '其余 +0.40',
      'DRG 2.0 −3.01',
    ]);
  });

  it('is not drawn of the baseline itself', () => {
    expect([picture('5]'), picture('4\r]')]).toEqual([[], []]);
  });
});

describe('a picture', () => {
  it('is drawn anew only when what it shows has changed', () => {
    const scenarios = open({ keys: '5' });
    const before = pictureOf(scenarios.getState(), room);
    type(scenarios, 'j');
    const after = pictureOf(scenarios.getState(), room);
    const groups = open({ keys: '3' });
    const first = pictureOf(groups.getState(), room);
    type(groups, 'j');
    const second = pictureOf(groups.getState(), room);
    expect([after === before, second === first]).toEqual([true, false]);
  });

  it('tells in one line what there is no room to draw', () => {
    const line: Picture = { place: 'line', columns: 76, rows: 1 };
    expect([picture('3jj', line), picture('4', line), picture('4]', line), picture('3jjj', line)]).toEqual([
      // FM19: one stay of 31,000.00 against 30,000.00; 0.3 and 3 times that
      ['FM19  费用：次均 31,000.00 · 标准 30,000.00，1 例超过 · 低线 9,000.00 以下 …'],
      ['CMI × 差额率：消化内科 CMI 低、亏'],
      ['「按项目」没有权重，没有 CMI；按 p 换一个情景。'],
      ['0000 未入组：没有定价的病例，没有标准和高低线。'],
    ]);
  });

  it('says of which price the lines are, where stays of a group have several', () => {
    // stays 2 and 3 are IR29; stay 3 at a second price of 8,000.00: as usual, the first listed of two
    const last = desk.runs[2]!;
    const { settlement } = last;
    const prices = [...settlement.prices, { ...settlement.prices[1]!, standard: 800_000 as never }];
    const price = settlement.price.slice();
    price[2] = prices.length - 1;
    const runs = [desk.runs[0]!, desk.runs[1]!, { ...last, settlement: { ...settlement, prices, price } }];
    const state = open({ keys: '3G', desk: { ...desk, runs } }).getState();
    expect(texts(pictureOf(state, room)).slice(0, 3)).toEqual([
      'IR29 四肢骨折  费用：次均 7,000.00 · 标准 9,000.00，1 例超过',
      '低线 2,700.00 以下 0 例 · 高线 27,000.00 以上 0 例 · 标准 2 种，取 1',
      '例的',
    ]);
  });
});
