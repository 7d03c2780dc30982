/** Writes the action log when a person leaves, where they asked for one. YAML is read in only then. */
import type { Workbench } from '../store/workbench.ts';

export async function keepLog(workbench: Workbench, path: string | undefined): Promise<void> {
  if (path === undefined) return;
  const { writtenLog } = await import('./written-log.ts');
  const state = workbench.getState();
  await state.office.write(path, [writtenLog(state)], { force: false });
}
