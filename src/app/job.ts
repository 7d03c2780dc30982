/** Work under way elsewhere: what it comes to, and how to give it up. */
export type Job<T> = {
  readonly done: Promise<T>;
  /** Ends the work; `done` rejects with `cancelled` once nothing of it is left. Without effect on work that is done. */
  cancel(): void;
};

export const cancelled: unique symbol = Symbol('cancelled');
