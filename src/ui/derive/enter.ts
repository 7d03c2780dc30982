/**
 * Goes to a derived table once its figures are there: they are worked out between key presses, and the person may go elsewhere meanwhile.
 * It resolves to false when nobody went there.
 */
import { beingArranged } from '../arrange.ts';
import { type Path, tableIdOf, tablePath } from '../place.ts';
import { basisOf } from '../sheets/sheets.ts';
import type { Workbench } from '../store/workbench.ts';
import { inSlices } from '../work.ts';
import type { DerivedPlace } from './basis.ts';
import { derivedFrom } from './derived.ts';

export function enterDerived(workbench: Workbench, place: DerivedPlace): Promise<boolean> {
  const from = tablePath(workbench.getState().path);
  const isThere = () => tableIdOf(workbench.getState().path) === tableIdOf(from);
  const start = () => (isThere() ? workOut(workbench, [...from, place], { place, isThere }) : Promise.resolve(false));
  // a filter asked for just now decides what is counted
  return beingArranged(workbench)?.then(start) ?? start();
}

type Going = { readonly place: DerivedPlace; isThere(): boolean };

async function workOut(workbench: Workbench, to: Path, { place, isThere }: Going): Promise<boolean> {
  let went = false;
  await inSlices(workbench, 'derive', {
    work: derivedFrom(basisOf(workbench.getState(), to), place),
    finish() {
      went = isThere();
      if (went) workbench.getState().walk(to);
    },
    // nothing was changed yet
    cancelled() {},
  });
  return went;
}
