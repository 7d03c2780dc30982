/** One scenario by one dimension with every figure a manager asks for: stays, who pays, margin, CMI, outliers, change from the baseline. */
import type { Change, Comparison, Dimension, Row, ScenarioResult, Totals } from '../compare/comparison.ts';
import { type LeadingFigure, leadingOf } from '../compare/leading-figure.ts';
import { Decimal } from '../money.ts';
import { type Cut, keysBySize } from './comparison-tables.ts';
import { count, percent } from './format.ts';
import { shownChange, shownWan, tail } from './shown-money.ts';
import type { Table } from './table.ts';
import type { Say } from './words.ts';

const amounts = ['cost', 'fund', 'patient', 'other', 'margin', 'groupResult'] as const;
const changed = ['fund', 'patient', 'margin', 'groupResult'] as const;

/** Of margin and result of the groups only the one that the data know is shown. */
const shownOf = <Name extends string>(names: readonly Name[], figure: LeadingFigure): readonly Name[] =>
  names.filter(name => name === figure || (name !== 'margin' && name !== 'groupResult'));

type Figures = Pick<Totals, 'stays' | 'unpriced' | 'priced' | 'low' | 'high' | 'weight' | (typeof amounts)[number]>;
type Shift = Pick<Totals, (typeof changed)[number]>;
type Part = { readonly label: string; readonly figures: Figures; readonly shift: Shift | undefined };

/** Rows in the order of the comparison; those after the first `top` in one row. The last rows are the total and what rounding leaves. */
export function scenarioTable({ scenarios, changes }: Comparison, scenario: ScenarioResult, { dimension, top }: Cut, say: Say): Table {
  const change = changes.find(one => one.scenario === scenario.id);
  const figure = leadingOf({ scenarios });
  const parts = partsOf(scenario, change, dimension, keysBySize(scenarios, changes, dimension));
  const shown = parts.length > top + 1 ? parts.slice(0, top) : parts;
  const rest = parts.slice(shown.length);
  const folded = rest.length > 0 ? [fold(say('folded', { n: rest.length }), rest)] : [];
  const rows = [...shown, ...folded];
  const total: Part = { label: say('total'), figures: scenario.totals, shift: change?.totals };
  const tails = moneyOf(total, figure).map((fen, i) =>
    tail(
      fen,
      rows.map(part => moneyOf(part, figure)[i] ?? 0),
    ),
  );
  return {
    columns: [
      { head: say(dimension), align: 'left', widest: 24 },
      ...[say('stays'), say('unpriced'), ...shownOf(amounts, figure).map(name => say(name)), say('cmi'), say('high'), say('low')].map(
        right,
      ),
      ...(change ? shownOf(changed, figure).map(name => right(say('changeOf', { reform: say(name) }))) : []),
    ],
    rows: rows.map(part => cells({ ...part, label: part.label || say('noKey') }, figure)),
    footer: [cells(total, figure), ...tailCells(tails, shownOf(amounts, figure).length, say)],
  };
}

const right = (head: string) => ({ head, align: 'right' as const, widest: 14 });

function partsOf({ by }: ScenarioResult, change: Change | undefined, dimension: Dimension, keys: readonly string[]): Part[] {
  const rows = new Map<string, Row>(by[dimension].map(row => [row.key, row]));
  const shifts = new Map(change?.by[dimension].map(row => [row.key, row]));
  return keys.flatMap(key => {
    const row = rows.get(key);
    return row ? [{ label: row.label || key, figures: row, shift: shifts.get(key) }] : [];
  });
}

/** Shares and CMI of the folded rows come from their sums, as those of a single row do. */
function fold(label: string, rest: readonly Part[]): Part {
  const sum = (of: (part: Part) => number) => rest.reduce((total, part) => total + of(part), 0);
  const weights = rest.map(({ figures }) => figures.weight).filter(weight => weight !== '');
  return {
    label,
    figures: {
      stays: sum(({ figures }) => figures.stays),
      unpriced: sum(({ figures }) => figures.unpriced),
      priced: sum(({ figures }) => figures.priced),
      low: sum(({ figures }) => figures.low),
      high: sum(({ figures }) => figures.high),
      cost: sum(({ figures }) => figures.cost),
      fund: sum(({ figures }) => figures.fund),
      patient: sum(({ figures }) => figures.patient),
      other: sum(({ figures }) => figures.other),
      margin: sum(({ figures }) => figures.margin),
      groupResult: sum(({ figures }) => figures.groupResult),
      weight: weights.length === 0 ? '' : weights.reduce((total, weight) => total.plus(weight), new Decimal(0)).toString(),
    },
    shift: rest.some(({ shift }) => shift)
      ? {
          fund: sum(({ shift }) => shift?.fund ?? 0),
          patient: sum(({ shift }) => shift?.patient ?? 0),
          margin: sum(({ shift }) => shift?.margin ?? 0),
          groupResult: sum(({ shift }) => shift?.groupResult ?? 0),
        }
      : undefined,
  };
}

const moneyOf = ({ figures, shift }: Part, figure: LeadingFigure): readonly number[] => [
  ...shownOf(amounts, figure).map(name => figures[name]),
  ...(shift ? shownOf(changed, figure).map(name => shift[name]) : []),
];

function cells({ label, figures, shift }: Part, figure: LeadingFigure): readonly string[] {
  const { stays, unpriced, priced, low, high, weight } = figures;
  return [
    label,
    count(stays),
    count(unpriced),
    ...shownOf(amounts, figure).map(name => (name === figure ? shownChange(figures[name]) : shownWan(figures[name]))),
    weight === '' || priced === 0 ? '–' : new Decimal(weight).div(priced).toFixed(4),
    percent(high, priced),
    percent(low, priced),
    ...(shift ? shownOf(changed, figure).map(name => shownChange(shift[name])) : []),
  ];
}

function tailCells(tails: readonly number[], before: number, say: Say): readonly (readonly string[])[] {
  if (tails.every(fen => fen === 0)) return [];
  const shown = tails.map(fen => (fen === 0 ? '' : shownChange(fen)));
  return [[say('tail'), '', '', ...shown.slice(0, before), '', '', '', ...shown.slice(before)]];
}
