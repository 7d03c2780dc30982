/** Methods that pay neither by group nor by item: bed days, listed diseases, quotas, budgets, heads. */
import type { Name } from './name.ts';

export const otherMethodNames: readonly Name[] = [];
