/** `单位：万元` above a table: the unit of every amount that does not state its own. */
import type { Unit } from './amount.ts';
import { unitWords } from './column-names.ts';
import { halfWidth } from './plain-text.ts';

export function titleUnit(above: readonly { readonly names: readonly string[] }[]): Unit | undefined {
  const stated = above.flatMap(({ names }) => names).flatMap(cell => unitIn(cell) ?? []);
  const [unit] = stated;
  // two units above one table say nothing about which column is meant
  return stated.every(other => other === unit) ? unit : undefined;
}

/** `单位:元` or `（金额单位：万元）`; not `单位：元宝医院`, which is the name of a hospital. */
function unitIn(cell: string): Unit | undefined {
  const [, word] = /单位[:是为]?\(?(?:人民币)?(万元|元|分)(?![\p{L}\p{N}])/u.exec(halfWidth(cell).replace(/\s+/g, '')) ?? [];
  return word === undefined ? undefined : unitWords[word];
}
