/** What a reader of a result must know: rebased rate, illustrative sources, checks that do not apply, a fund stopped at 0, values changed on the screen. */
export type Note = {
  readonly kind: 'rebase' | 'illustrative' | 'check' | 'not_applicable' | 'unmapped' | 'fund_floor' | 'edited';
  readonly zh: string;
  readonly en: string;
};
