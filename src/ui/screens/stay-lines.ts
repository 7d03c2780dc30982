/** 一份病例: who, which group, what it cost and what was paid, then the two questions: how grouped, how paid. */
import type { Desk, StayExplanation, StayPayment } from '../../app/desk.ts';
import { yuan } from '../../report/format.ts';
import { bandWords } from '../../report/payment-text.ts';
import { titleIn } from '../../report/titles.ts';
import { speaker as reportSpeaker } from '../../report/words.ts';
import { MISSING, stayId, wordAt } from '../../stay/stay-table.ts';
import type { Lines, Span } from '../lines.ts';
import type { Pen } from '../pen.ts';
import { placeOf } from '../place.ts';
import { titledByScenario } from '../scenario-title.ts';
import { penOf, sayOf, viewOf } from '../sheets/sheets.ts';
import type { WorkbenchState } from '../store/workbench.ts';
import { toneOf } from '../theme.ts';
import type { Say } from '../words.ts';
import { groupingLines } from './grouping-lines.ts';
import { marginText, paymentLines, resultOf } from './payment-lines.ts';
import { sourceLines } from './source-lines.ts';

/** From this width on the two questions stand side by side. */
const SIDE_BY_SIDE = 116;

export function stayLines(state: WorkbenchState): Lines {
  const { desk, scenario, size } = state;
  const row = currentStay(state);
  const run = desk?.runs[scenario];
  if (!desk || !run || row === undefined) return [];
  const pen = penOf(state);
  const say = sayOf(state);
  const { traces, payments: paid } = explanationOf(desk, row);
  const payments = paid.map(one => ({ ...one, title: titleOf(one.scenario, state) ?? one.title }));
  const trace = traces.find(({ catalogue }) => catalogue === run.grouping?.catalogue);
  const payment = payments.find(({ scenario: id }) => id === run.result.id);
  const beside = size.columns >= SIDE_BY_SIDE;
  const left = beside ? Math.floor(size.columns / 2) : size.columns;
  const panel = { pen, say, nameOf: desk.nameOf };
  const grouped = groupingLines(trace, { ...panel, width: left });
  const paying = paymentLines(payment, payments, {
    title: titledByScenario(say('howPaid'), state),
    ...panel,
    width: size.columns - (beside ? left : 0),
  });
  return [
    ...summary(desk, row, { pen, say, width: size.columns }),
    ...sourceLines(desk.stays, row, { pen, say, width: size.columns }),
    ...resultLines(payment, trace?.group.name ?? '', { pen, say, width: size.columns }),
    [{ text: '' }],
    ...(beside ? sideBySide(grouped, paying, left, pen) : [...grouped, [{ text: '' }], ...paying]),
  ];
}

/** The title of a scenario on the desk, in the language spoken. */
function titleOf(id: string, { desk, language }: WorkbenchState): string | undefined {
  const result = desk?.runs.find(run => run.result.id === id)?.result;
  return result && titleIn(result, language);
}

/** The row of the table the stay was opened from. */
export function currentStay(state: WorkbenchState): number | undefined {
  const place = placeOf(state.path);
  if (place.screen !== 'stay') return undefined;
  const { of, shown, cursor } = viewOf(state);
  const row = shown[cursor];
  return row === undefined || !of.stayOf ? row : of.stayOf(row);
}

export const currentStayId = (state: WorkbenchState): string => {
  const row = currentStay(state);
  return row === undefined ? '' : stayId(row);
};

let explained: { readonly desk: Desk; readonly row: number; readonly explanation: StayExplanation } | undefined;

/** Scrolling a stay does not explain it again. */
function explanationOf(desk: Desk, row: number): StayExplanation {
  if (explained?.desk !== desk || explained.row !== row) explained = { desk, row, explanation: desk.explain(row) };
  return explained.explanation;
}

type Drawn = { readonly pen: Pen; readonly say: Say; readonly width: number };

/** `女 78 岁 · 骨科 · D012 · 12 天 · 医嘱离院          来源 stays.csv:4183` */
function summary({ stays }: Desk, row: number, { pen, say, width }: Drawn): Lines {
  const sex = stays.sex[row] === 1 ? say('male') : stays.sex[row] === 2 ? say('female') : '';
  const age = stays.age[row] ?? MISSING;
  const days = stays.ageDays[row] ?? MISSING;
  const ageText = age === MISSING ? '' : age === 0 && days !== MISSING ? say('ageDays', { n: days }) : say('years', { n: age });
  const length = stays.days[row] ?? MISSING;
  const facts = [
    `${sex} ${ageText}`.trim(),
    wordAt(stays.words.department, row),
    wordAt(stays.words.doctor, row),
    length === MISSING ? '' : say('stayDays', { n: length }),
  ].filter(text => text !== '');
  const file = stays.files[stays.sourceFile[row] ?? 0]?.name ?? '';
  const source = pen.cut(say('sourceRow', { file, row: stays.sourceRow[row] ?? 0 }), Math.floor(width / 2));
  const room = width - pen.width(source) - 3;
  return [[{ text: `  ${pen.fit(facts.join(` ${pen.marks.dot} `), room)}` }, { text: source, tone: 'quiet' }]];
}

/** `入组 IC29 髋、肩置换   权重 3.7362   支付标准 38,213.85   实际 52,310.00   倍率 1.37   正常   差额 −14,096.15 亏`; two lines when narrow. */
function resultLines(payment: StayPayment | undefined, name: string, { pen, say, width }: Drawn): Lines {
  if (!payment) return [];
  const { drg, weight, standard, cost, ratio, band, reason } = payment;
  const { word, amount: margin } = resultOf(payment);
  const figures = [
    ...(weight === '' ? [] : [`${say('weight')} ${weight}`, `${say('standard')} ${yuan(standard)}`]),
    `${say('actual')} ${yuan(cost)}`,
    ...(ratio === '' ? [] : [`${say('ratio')} ${ratio}`]),
    bandWords(band, reason, reportSpeaker(pen.language)),
  ].join('   ');
  const result: Span = { text: pen.cut(`${say(word)} ${marginText(margin, { say })}`, width), tone: toneOf(margin) };
  const group = drg === '' ? say('notGrouped') : `${say('entry')} ${drg} ${name}`;
  if (width >= SIDE_BY_SIDE) {
    const room = width - 10 - pen.width(figures) - pen.width(result.text);
    return [[{ text: `  ${pen.cut(group, room)}   `, tone: 'strong' }, { text: `${figures}   ` }, result]];
  }
  return [
    [{ text: `  ${pen.fit(group, width - 5 - pen.width(result.text))}  `, tone: 'strong' }, result],
    [{ text: `  ${pen.cut(figures, width - 2)}` }],
  ];
}

function sideBySide(left: Lines, right: Lines, width: number, pen: Pen): Lines {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
    const here = left[i] ?? [];
    const used = here.reduce((sum, { text }) => sum + pen.width(text), 0);
    return [...here, { text: ' '.repeat(Math.max(0, width - used)) }, ...(right[i] ?? [])];
  });
}
