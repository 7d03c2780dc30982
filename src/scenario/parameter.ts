/** The parameters of a resolved scenario as a person goes through them: in the order of the vocabulary, one line for each value in force. */
import { nameOf, names } from '../policy/vocabulary.ts';
import { SCREEN } from './edit.ts';
import type { ResolvedScenario } from './scenario.ts';
import { shownValues } from './show.ts';

export type Parameter = {
  readonly path: string;
  /** `2025-07-01` for a value that begins to hold inside the period, else ''. */
  readonly from: string;
  /** Exact, as an edit would state it; lists and tiers as JSON. */
  readonly value: string;
  readonly unit: string;
  /** Title of the document it was read in; '' for a rule without one. */
  readonly source: string;
  /** Restated by a third party or assumed: not the region's own text. */
  readonly illustrative: boolean;
  /** `data/policies/wuhan.yaml:31`; `screen:1` for the first edit. */
  readonly at: string;
  readonly edited: boolean;
};

export function parametersOf(scenario: ResolvedScenario): readonly Parameter[] {
  const shown = shownValues(scenario).flatMap(({ path, from, value, unit, source, illustrative, at }) => {
    const name = nameOf(path);
    // a branch that was taken away (`price.rates: null`) is no parameter, worked cases pay nothing
    if (!name || path === 'known_answers') return [];
    return [
      { place: names.indexOf(name), parameter: { path, from, value, unit, source, illustrative, at, edited: at.startsWith(`${SCREEN}:`) } },
    ];
  });
  return shown.sort((a, b) => a.place - b.place).map(({ parameter }) => parameter);
}
