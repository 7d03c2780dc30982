/** What a reader of a result must know: rebased rate, self-tested means, illustrative sources, checks that do not apply, a fund stopped at 0, values changed on the screen. */
import type { SettlementNote } from '../payment/settlement-notes.ts';

export type Note = {
  readonly kind: SettlementNote['kind'] | 'rebase' | 'check' | 'not_applicable' | 'edited' | 'self_tested';
  readonly zh: string;
  readonly en: string;
};
