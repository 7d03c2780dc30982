/** Keys of the one table: its columns, its marks, its footer, and the tables made from it. */
import type { Binding } from './binding.ts';

export const tableKeys: readonly Binding[] = [];
