/** What a reader of a result must know: rebased rate, illustrative sources, checks that do not apply. */
export type Note = {
  readonly kind: 'rebase' | 'illustrative' | 'check' | 'not_applicable' | 'unmapped';
  readonly zh: string;
  readonly en: string;
};
