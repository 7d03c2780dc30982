import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { yuanText } from '../../src/money.ts';
import { bands } from '../../src/payment/settlement.ts';
import { readWeights } from '../../src/payment/weights.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import { runScenario } from '../../src/scenario/run.ts';
import { hospitalOf } from '../payment/written-stays.ts';
import { groupedAs, sha256, toyGroups } from '../scenario/city.ts';

type Given = { insurance: string; weight: string; cost: string; patient: string; other?: string };
type Case = { name: string; scenario: string; given: Given; expect: Record<string, string> };

const readText = (path: string) => readFileSync(path, 'utf8');

/** One stay of group A with the weight given, paid under the scenario. */
function paid({ scenario, given, expect: expected }: Case) {
  const resolved = resolveScenario(readScenario(scenario, readText), { readText, sha256 });
  const { insurance, cost, patient, other = '0.00' } = given;
  const fund = yuanText(fen(cost) - fen(patient) - fen(other));
  const { settlement } = runScenario({
    scenario: resolved,
    stays: hospitalOf([{ insurance, total: cost, fund, account: '0', cash: patient, medical_aid: other, settled: '2025-06-01' }]),
    grouping: groupedAs(['A']),
    groups: toyGroups,
    weights: readWeights(`drg\tweight\nA\t${given.weight}\n`, 'given.tsv'),
    parent: undefined,
    ownData: true,
  });
  const results: Record<string, string> = { kind: bands[settlement.band[0]!]! };
  for (const name of ['standard', 'payment', 'fund', 'patient', 'other', 'margin'] as const) results[name] = yuanText(settlement[name][0]!);
  return Object.fromEntries(Object.keys(expected).map(name => [name, results[name]]));
}

const fen = (yuan: string) => Number(yuan.replace('.', ''));

for (const file of readdirSync('test/cases').filter(name => name.endsWith('.yaml'))) {
  describe(file, () => {
    for (const written of parse(readText(`test/cases/${file}`)) as Case[]) {
      it(written.name, () => expect(paid(written)).toEqual(written.expect));
    }
  });
}
