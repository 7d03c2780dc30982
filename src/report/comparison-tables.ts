/** The tables of a comparison: where it came from, its totals with scenarios as columns, and one dimension with its small rows folded. */
import type { Change, Comparison, Dimension, Row, ScenarioResult, Totals } from '../compare/comparison.ts';
import { leadingOf } from '../compare/leading-figure.ts';
import { count, percent } from './format.ts';
import { minus, shownChange, shownWan, tail } from './shown-money.ts';
import type { Column, Table } from './table.ts';
import type { Say } from './words.ts';

const TITLE = 26;
const LABEL = 24;

/** One row a scenario: id, hash, catalogue and policy that its figures came from. */
export function originTable({ scenarios }: Comparison, say: Say): Table {
  return {
    columns: [
      ...[say('scenario'), 'id', say('fingerprint'), say('catalogue'), say('policy')].map(left),
      ...[say('input'), say('excluded'), say('inScope')].map(right),
    ],
    rows: scenarios.map(({ title, id, hash, catalogue, policy, input, excluded, inScope }) => [
      ...[title, id, hash.slice(0, 12), catalogue || '–', policy || '–'],
      ...[input, excluded, inScope].map(count),
    ]),
    footer: [],
  };
}

const receipts = ['cost', 'fund', 'patient', 'other', 'margin'] as const;
const moneyRows = ['cost', 'payment', 'groupResult', 'fund', 'patient', 'other', 'margin'] as const;
const signedRows: readonly string[] = ['groupResult', 'margin'];

/** Scenarios as columns, then the change of every reform from its baseline. */
export function totalsTable({ scenarios, changes }: Comparison, say: Say): Table {
  const totals = scenarios.map(scenario => scenario.totals);
  const empty = changes.map(() => '');
  const figures: readonly (readonly string[])[] = [
    [say('stays'), ...totals.map(t => count(t.stays)), ...changes.map(c => signedCount(c.totals.stays))],
    [say('unpriced'), ...totals.map(t => count(t.unpriced)), ...empty],
    ...moneyRows.map(name => [
      say(name),
      ...totals.map(t => (signedRows.includes(name) ? shownChange(t[name]) : shownWan(t[name]))),
      ...changes.map(change => shownChange(change.totals[name])),
    ]),
    [say('cmi'), ...totals.map(t => t.cmi || '–'), ...empty],
    [say('high'), ...totals.map(t => outliers(t, t.high)), ...empty],
    [say('low'), ...totals.map(t => outliers(t, t.low)), ...empty],
  ];
  return {
    columns: [
      left(say('figure')),
      ...scenarios.map(({ title }) => right(title)),
      ...changes.map(change => right(say('changeOf', reformOf(change, scenarios)))),
    ],
    rows: figures,
    footer: tailRow([...totals, ...changes.map(change => change.totals)].map(receiptsTail), 1, say),
  };
}

/** Stays, cost and margin (else the result of the groups) per scenario and the change per reform; the rows with the largest changes first, the rest in one row. */
export function dimensionTable({ scenarios, changes }: Comparison, { dimension, top }: Cut, say: Say): Table {
  const keys = keysBySize(scenarios, changes, dimension);
  const [baseline] = scenarios;
  const figure = leadingOf({ scenarios });
  const figures = (key: string): readonly number[] => [
    rowOf(baseline, dimension, key)?.cost ?? 0,
    ...scenarios.map(scenario => rowOf(scenario, dimension, key)?.[figure] ?? 0),
    ...changes.map(change => change.by[dimension].find(row => row.key === key)?.[figure] ?? 0),
  ];
  const stays = (key: string) => rowOf(baseline, dimension, key)?.stays ?? 0;
  const cells = (label: string, n: number, money: readonly number[]) => [
    label,
    count(n),
    ...money.map((fen, i) => (i === 0 ? shownWan(fen) : shownChange(fen))),
  ];
  const shown = keys.length > top + 1 ? keys.slice(0, top) : keys;
  const folded = keys.slice(shown.length);
  const foldedMoney = folded.map(figures).reduce<readonly number[]>(added, []);
  const totals = [
    baseline?.totals.cost ?? 0,
    ...scenarios.map(({ totals }) => totals[figure]),
    ...changes.map(change => change.totals[figure]),
  ];
  const parts = [...shown.map(figures), ...(folded.length > 0 ? [foldedMoney] : [])];
  return {
    columns: [
      { ...left(say(dimension)), widest: LABEL },
      right(say('stays')),
      right(say('cost')),
      ...scenarios.map(({ title }) => right(say(`${figure}Of`, { scenario: title }))),
      ...changes.map(change => right(say('changeOf', reformOf(change, scenarios)))),
    ],
    rows: [
      ...shown.map(key => cells(labelOf(scenarios, dimension, key) || say('noKey'), stays(key), figures(key))),
      ...(folded.length > 0
        ? [
            cells(
              say('folded', { n: folded.length }),
              folded.reduce((n, key) => n + stays(key), 0),
              foldedMoney,
            ),
          ]
        : []),
    ],
    footer: [
      cells(say('total'), baseline?.totals.stays ?? 0, totals),
      ...tailRow(
        totals.map((total, i) =>
          tail(
            total,
            parts.map(part => part[i] ?? 0),
          ),
        ),
        2,
        say,
      ),
    ],
  };
}

export type Cut = { readonly dimension: Dimension; readonly top: number };

const left = (head: string): Column => ({ head, align: 'left', widest: LABEL });
const right = (head: string): Column => ({ head, align: 'right', widest: TITLE });

const added = (sum: readonly number[], row: readonly number[]) => row.map((fen, i) => fen + (sum[i] ?? 0));

const signedCount = (n: number): string => (n > 0 ? `+${count(n)}` : minus(count(n)));

/** Share of the stays that have a price; a method without prices has no outliers. */
const outliers = ({ priced }: Totals, n: number): string => percent(n, priced);

/** cost + margin = fund + patient + other, of what is shown. */
const receiptsTail = ({ cost, margin, fund, patient, other }: Pick<Totals, (typeof receipts)[number]>): number =>
  tail(0, [fund, patient, other, -cost, -margin]);

/** A row only when some column needs it; `before` columns stay empty. */
function tailRow(tails: readonly number[], before: number, say: Say): readonly (readonly string[])[] {
  if (tails.every(fen => fen === 0)) return [];
  return [[say('tail'), ...Array<string>(before - 1).fill(''), ...tails.map(fen => (fen === 0 ? '' : shownChange(fen)))]];
}

const reformOf = ({ scenario }: Change, scenarios: readonly ScenarioResult[]) => ({
  reform: scenarios.find(({ id }) => id === scenario)?.title ?? scenario,
});

const rowOf = (scenario: ScenarioResult | undefined, dimension: Dimension, key: string): Row | undefined =>
  scenario?.by[dimension].find(row => row.key === key);

const labelOf = (scenarios: readonly ScenarioResult[], dimension: Dimension, key: string): string =>
  scenarios.map(scenario => rowOf(scenario, dimension, key)?.label ?? '').find(label => label !== '') ?? key;

/** Largest change of the last reform first, without a reform the largest cost; months stay in their order; ties by key. */
export function keysBySize(scenarios: readonly ScenarioResult[], changes: readonly Change[], dimension: Dimension): readonly string[] {
  const keys = [...new Set(scenarios.flatMap(scenario => scenario.by[dimension].map(row => row.key)))].sort();
  if (dimension === 'month') return keys;
  const last = changes.at(-1);
  const figure = leadingOf({ scenarios });
  const size = (key: string) =>
    last ? Math.abs(last.by[dimension].find(row => row.key === key)?.[figure] ?? 0) : (rowOf(scenarios[0], dimension, key)?.cost ?? 0);
  const sizes = new Map(keys.map(key => [key, size(key) || 0]));
  return keys.sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0));
}
