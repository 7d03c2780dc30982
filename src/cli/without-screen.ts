/** The workbench without a screen: the same steps, done one after the other, for printing a view and replaying a log. */
import { openOrder } from '../ui/errands.ts';
import type { Office, Order } from '../ui/office.ts';
import { createWorkbench, type Workbench } from '../ui/store/workbench.ts';
import type { Face } from './face.ts';

/** As large a terminal as anybody has: nothing of what is printed depends on it. */
const size = { columns: 200, rows: 60 };

export async function workbenchOn(
  office: Office,
  order: Order,
  { language, ascii }: Pick<Face, 'language'> & { readonly ascii: boolean },
): Promise<Workbench> {
  const workbench = createWorkbench({ language, ascii, graph: ascii ? 'ascii' : 'block', theme: 'dark', size, office, unhurried: true });
  await openOrder(workbench, order);
  return workbench;
}
