/** What a worker thread can be asked to do, and what it says: how far it is, then what came of it. Both pass packed. */
import type { Installation } from '../files/installation.ts';
import type { Answer } from '../store/ask.ts';
import type { Filling } from '../store/filling.ts';
import type { DeskOrder, DeskParts } from './desk-order.ts';
import type { Failure } from './failure.ts';
import type { Packed } from './passage.ts';
import type { Progress } from './progress.ts';

export type Limits = { readonly timeLimitMs: number; readonly rowLimit: number };

/** A workspace that was filled for an earlier question, or what to fill one with. */
export type Asked = { readonly image: Uint8Array } | { readonly filling: Filling };
export type Answered = { readonly answer: Answer; readonly image: Uint8Array };

export type Tasks = {
  readonly desk: { readonly given: { readonly installation: Installation; readonly order: DeskOrder }; readonly made: DeskParts };
  readonly ask: { readonly given: { readonly asked: Asked; readonly sql: string; readonly limits: Limits }; readonly made: Answered };
};
export type Task = keyof Tasks;

export type Told =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly made: Packed }
  | { readonly kind: 'failed'; readonly failure: Failure };
