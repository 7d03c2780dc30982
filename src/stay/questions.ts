/**
 * Which questions the stays of a load can answer, and what the others lack. A question needs some columns and is answered better with others:
 * `no` without one it needs, `partly` when too many stays lack a value of it or when a column that would make the answer better is absent.
 */
import { type Given, type GivenColumns, givenInTurns } from './given.ts';
import { chargeCategories, type StayTable } from './stay-table.ts';

export const questionIds = [
  'grouping',
  'age_groups',
  'settlement_fee',
  'settlement_drg',
  'margin',
  'split',
  'departments',
  'doctors',
  'length',
  'trend',
  'structure',
  'readmissions',
  'monitoring',
  'insurer',
  'reconciliation',
] as const;
export type QuestionId = (typeof questionIds)[number];

export type Question = {
  readonly id: QuestionId;
  readonly answer: 'yes' | 'partly' | 'no';
  /** What is not there, or in too few stays. */
  readonly lacks: readonly Given[];
  /** Stays that have all that is needed; undefined where that is not known stay by stay. */
  readonly stays: number | undefined;
};

export function questionsOf(table: StayTable): readonly Question[] {
  const turns = questionsInTurns(table);
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
  }
}

/** The same with pauses: yields the part done. */
export function* questionsInTurns(table: StayTable): Generator<number, readonly Question[], void> {
  const given = yield* givenInTurns(table);
  const questions: Question[] = [];
  for (const id of questionIds) {
    questions.push(asked(id, given, table.count));
    yield questions.length / questionIds.length;
  }
  return questions;
}

type Needs = { readonly needs: readonly Given[]; readonly better: readonly Given[] };

const needsOf: Readonly<Record<QuestionId, Needs>> = {
  grouping: { needs: ['dx'], better: ['px', 'sex', 'age'] },
  age_groups: { needs: ['age'], better: ['age_days', 'birth_weight_g'] },
  settlement_fee: { needs: ['total'], better: ['fund', 'patient'] },
  // the patient's part, settled item by item, is taken off the price of the group
  settlement_drg: { needs: ['dx', 'total', 'patient'], better: ['insurance'] },
  margin: { needs: ['total', 'fund', 'patient'], better: [] },
  split: { needs: ['fund', 'patient'], better: ['insurance'] },
  departments: { needs: ['department'], better: ['total'] },
  doctors: { needs: ['doctor'], better: ['total'] },
  length: { needs: ['dx', 'days'], better: [] },
  trend: { needs: ['discharged'], better: ['total'] },
  structure: { needs: ['total', 'charges'], better: chargeCategories },
  readmissions: { needs: ['patient_key', 'admitted', 'discharged'], better: ['readmit_planned'] },
  monitoring: { needs: ['items'], better: ['admitted', 'discharged'] },
  insurer: { needs: ['insurer_drg'], better: ['insurer_weight', 'insurer_payment'] },
  reconciliation: { needs: ['stay_id', 'total', 'fund'], better: ['settled'] },
};

/** A value that one stay in twenty lacks still answers a question about all of them. */
const ENOUGH_PERCENT = 95;

function asked(id: QuestionId, given: GivenColumns, count: number): Question {
  const { needs, better } = needsOf[id];
  const absent = needs.filter(need => !given.has(need));
  if (absent.length > 0) return { id, answer: 'no', lacks: absent, stays: 0 };
  const counted = needs.filter(given.isCounted);
  const stays = counted.length === 0 ? undefined : given.staysWith(counted);
  const scarce = (few: readonly Given[]): readonly Given[] => few.filter(need => !isEnough(given.staysWith([need]), count));
  if (stays === 0) return { id, answer: 'no', lacks: scarce(counted), stays };
  const missing = better.filter(column => !given.has(column));
  if (stays === undefined || isEnough(stays, count)) return { id, answer: missing.length > 0 ? 'partly' : 'yes', lacks: missing, stays };
  const few = scarce(counted);
  return { id, answer: 'partly', lacks: [...(few.length > 0 ? few : counted), ...missing], stays };
}

const isEnough = (stays: number, count: number): boolean => stays * 100 >= count * ENOUGH_PERCENT;
