/** Goes to a derived table once its figures are there: they are worked out between key presses, and the person may go elsewhere meanwhile. */
import { type Path, tableIdOf, tablePath } from '../place.ts';
import { basisOf } from '../sheets/sheets.ts';
import type { Workbench } from '../store/workbench.ts';
import { inSlices } from '../work.ts';
import type { DerivedPlace } from './basis.ts';
import { derivedFrom } from './derived.ts';

export function enterDerived(workbench: Workbench, place: DerivedPlace): Promise<void> {
  const from = tablePath(workbench.getState().path);
  const to: Path = [...from, place];
  return inSlices(workbench, 'derive', {
    work: derivedFrom(basisOf(workbench.getState(), to), place),
    finish() {
      const { path, walk } = workbench.getState();
      if (tableIdOf(path) === tableIdOf(from)) walk(to);
    },
    // nothing was changed yet
    cancelled() {},
  });
}
