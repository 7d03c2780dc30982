/** The DRGs of each ADRG row. A chain that looks only at MCC and CC is decided beforehand for the four combinations of the two. */
import type { Catalogue } from './catalogue.ts';
import { CHAIN_ASKS, CHAIN_ENDS, type ChainLink } from './compiled.ts';
import type { Condition } from './condition.ts';
import { evaluate, NO, truth, UNKNOWN, YES } from './evaluate.ts';
import { ambiguousResult, type Groups } from './groups.ts';

type Chains = {
  readonly chains: Record<string, ChainLink[]>;
  readonly results: Uint16Array;
  /** Conditions that must be asked of the whole case. */
  readonly asked: Condition[];
};

export function compileChains({ drgs, rows }: Catalogue, place: Groups['place']): Chains {
  const chains: Record<string, ChainLink[]> = {};
  for (const row of drgs) {
    const { adrg, drg, name, condition, conditionText: text } = row;
    chains[adrg] = [...(chains[adrg] ?? []), { drg, name, text, condition, group: place(row) }];
  }
  const results = new Uint16Array(rows.length * 4);
  const asked: Condition[] = [];
  for (const [r, row] of rows.entries()) {
    if (row.kind === 'ambiguous') {
      results.fill(place(ambiguousResult(row.adrg)), 4 * r, 4 * r + 4);
      continue;
    }
    const links = chains[row.adrg] ?? [];
    for (let severity = 0; severity < 4; severity++) results[4 * r + severity] = resultOf(links, severity);
    if (results.subarray(4 * r, 4 * r + 4).includes(CHAIN_ASKS)) asked.push(...links.map(link => link.condition));
  }
  return { chains, results, asked };
}

function resultOf(links: readonly ChainLink[], severity: number): number {
  for (const { condition, group } of links) {
    const answer = evaluate(condition, atom =>
      atom.kind === 'complication' ? truth((severity & (atom.level === 'mcc' ? 2 : 1)) !== 0) : UNKNOWN,
    );
    if (answer === YES) return group;
    if (answer !== NO) return CHAIN_ASKS;
  }
  return CHAIN_ENDS;
}
