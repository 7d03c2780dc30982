/** A resolved scenario laid open: every value, from which day it holds, the line it stands on and the source behind it. */

import { isIllustrative } from '../payment/settlement-notes.ts';
import { dateText } from '../policy/day.ts';
import { placeText } from '../policy/leaf.ts';
import { valueText } from './edited-value.ts';
import type { ResolvedScenario } from './scenario.ts';

export type ShownValue = {
  readonly path: string;
  /** `2025-07-01`; '' for a value that holds from the beginning. */
  readonly from: string;
  /** Lists and tiers as JSON text. */
  readonly value: string;
  readonly unit: string;
  /** `scenarios/10-drg-1.1.yaml:12`. */
  readonly at: string;
  /** Written in a scenario of the chain, not in the policy. */
  readonly changed: boolean;
  readonly source: string;
  readonly sourceType: string;
  /** Restated by a third party or assumed: not the region's own text. */
  readonly illustrative: boolean;
};

export type ShownScenario = {
  readonly id: string;
  readonly title: string;
  readonly titleEn?: string | undefined;
  readonly question: string;
  readonly hash: string;
  readonly files: readonly string[];
  readonly method: string;
  readonly catalogue: string;
  readonly policy: string;
  readonly policyFile: string;
  readonly weights: string;
  /** `2025-01-01 – 2025-12-31 (settled)`; '' without one. */
  readonly period: string;
  /** '' when nothing is rebased, else the id of the scenario whose price level is kept. */
  readonly rebasedOn: string;
  readonly excluded: readonly { readonly rule: string; readonly when: string; readonly source: string; readonly at: string }[];
  readonly values: readonly ShownValue[];
};

export function showScenario(scenario: ResolvedScenario): ShownScenario {
  const { period, policy } = scenario;
  return {
    id: scenario.id,
    title: scenario.title,
    ...(scenario.titleEn === undefined ? {} : { titleEn: scenario.titleEn }),
    question: scenario.question,
    hash: scenario.hash,
    files: scenario.files,
    method: scenario.method,
    catalogue: scenario.catalogue,
    policy: policy.id,
    policyFile: policy.file,
    weights: scenario.weights,
    period: period ? `${dateText(period.from)} – ${dateText(period.to)} (${period.by})` : '',
    rebasedOn: scenario.rebasedOn?.id ?? '',
    excluded: scenario.population.exclude.map(({ id, when, source, at }) => ({
      rule: id,
      when: when.map(({ column, is, value }) => `${column} ${is} ${value}`).join(', '),
      source,
      at: placeText(at),
    })),
    values: shownValues(scenario),
  };
}

/** A value that changes inside the period has one line for each day it changes on. */
export function shownValues({ slices, files }: ResolvedScenario): ShownValue[] {
  return [...slices[0]!.leaves.keys()].flatMap(path =>
    slices.flatMap(({ from, leaves }, s): ShownValue[] => {
      const leaf = leaves.get(path)!;
      if (s > 0 && leaf === slices[s - 1]!.leaves.get(path)) return [];
      return [
        {
          path,
          from: s === 0 ? '' : dateText(from),
          value: valueText(leaf.value),
          unit: leaf.unit ?? '',
          at: placeText(leaf.at),
          changed: files.includes(leaf.at.file),
          source: leaf.source?.title ?? '',
          sourceType: leaf.source?.type ?? '',
          illustrative: isIllustrative(leaf.source?.type),
        },
      ];
    }),
  );
}
