/** The tables of a workspace that have at least a row a stay. */
import type { TableSource } from './column-source.ts';
import type { Filling, Placed } from './filling.ts';
import { groupingSource, paymentSource } from './result-source.ts';
import { staySources } from './stay-source.ts';

export const largeTables = ({ stays }: Filling, { groupings, runs }: Placed): readonly TableSource[] => [
  ...staySources(stays),
  ...groupings.map(({ grouping, place }) => groupingSource(grouping, place)),
  ...runs.map(({ run, place }) => paymentSource(run.settlement, place)),
];
