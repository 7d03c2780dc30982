/**
 * One stay as a person writes it down to see what it is paid, in a case file or beside a policy: insurance, level, the weight or the
 * code of its group, what it cost and who paid. Every name and form is checked; what is not written is not known.
 */
import type { Text, UserError } from '../errors.ts';
import { Decimal } from '../money.ts';
import { dayOf } from './day.ts';
import type { Place } from './leaf.ts';
import { both, didYouMean, mistake } from './mistakes.ts';
import { nearest } from './nearest.ts';

/** Yuan, quoted. `patient` is account and cash together, `other` the funds beyond the pool. */
export const givenAmounts = [
  ...(['cost', 'fund', 'patient', 'other', 'own_pay', 'over_limit', 'pre_selfpay', 'in_scope', 'deductible', 'account'] as const),
  ...(['bed', 'consultation', 'examination', 'laboratory', 'treatment', 'surgery', 'nursing', 'materials', 'western_drug'] as const),
  ...(['herbal_slices', 'patent_drug', 'general_service', 'registration', 'other_charge'] as const),
] as const;
/** `weight` of the group; `k`, a coefficient that stands in for those of the policy. */
const givenNumbers = ['weight', 'k'] as const;
const givenCounts = ['days', 'age', 'age_days', 'icu_hours', 'vent_hours'] as const;
const givenDays = ['admitted', 'discharged', 'settled'] as const;
/** `dx` and `px` are `|` lists, the principal one first. */
const givenWords = [
  ...(['insurance', 'level', 'drg', 'dx', 'px', 'hospital', 'department', 'discharge_way', 'visit_type', 'place'] as const),
  ...(['patient_category', 'insured_region', 'day_surgery'] as const),
] as const;

type Kept<Names extends readonly string[], Value> = Readonly<Partial<Record<Names[number], Value>>>;
export type GivenStay = {
  readonly amounts: Kept<typeof givenAmounts, Decimal> & { readonly cost: Decimal };
  readonly numbers: Kept<typeof givenNumbers, Decimal>;
  readonly counts: Kept<typeof givenCounts, number>;
  /** Days since 1970. */
  readonly days: Kept<typeof givenDays, number>;
  readonly words: Kept<typeof givenWords, string> & { readonly insurance: string };
};

export type Wrong = (at: Place, text: Text, hint: Text) => UserError;
export const wrongCase: Wrong = (at, text, hint) => mistake('PARAMETER_INVALID', at, text, hint);

export function givenStay(written: Readonly<Record<string, unknown>>, at: Place, wrong: Wrong = wrongCase): GivenStay {
  const known: Record<string, Record<string, unknown>> = { amounts: {}, numbers: {}, counts: {}, days: {}, words: {} };
  for (const [name, value] of Object.entries(written)) {
    const kind = kinds.find(({ names }) => names.includes(name));
    if (!kind) throw wrong(at, both(`没有名为“${name}”的项`, `a stay has nothing named "${name}"`), didYouMean(nearest(name, allNames)!));
    const read = kind.read(value);
    if (read === undefined) throw wrong(at, both(`“${name}”${kind.form.zh}`, `"${name}" ${kind.form.en}`), kind.example(name));
    known[kind.of]![name] = read;
  }
  for (const name of ['insurance', 'cost']) if (!(name in written)) throw wrong(at, both(`缺少 ${name}`, `${name} is missing`), whole);
  if (!('weight' in written || 'drg' in written || 'days' in written || 'dx' in written))
    throw wrong(at, both('缺少 weight 或 drg', 'weight or drg is missing'), whole);
  return known as unknown as GivenStay;
}

const whole = both(
  '写成 {insurance: "310", weight: "1.2", cost: "12000.00"}。',
  'Write {insurance: "310", weight: "1.2", cost: "12000.00"}.',
);

type Kind = {
  readonly of: keyof GivenStay;
  readonly names: readonly string[];
  readonly read: (value: unknown) => unknown;
  readonly form: Text;
  readonly example: (name: string) => Text;
};

const say = (example: string) => (name: string) => both(`写成 ${name}: ${example}。`, `Write ${name}: ${example}.`);
const decimal = (value: unknown) => (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? new Decimal(value) : undefined);
const positive = (value: unknown) => (decimal(value)?.gt(0) ? decimal(value) : undefined);
const cents = (value: unknown) => (typeof value === 'string' && /^\d+(\.\d\d?)?$/.test(value) ? new Decimal(value) : undefined);

const kinds: readonly Kind[] = [
  {
    of: 'amounts',
    names: givenAmounts,
    read: cents,
    form: both('不是加引号的金额', 'is not a quoted amount of yuan'),
    example: say('"12000.00"'),
  },
  {
    of: 'numbers',
    names: givenNumbers,
    read: positive,
    form: both('不是大于 0 的加引号小数', 'is not a quoted number above 0'),
    example: say('"1.2"'),
  },
  {
    of: 'counts',
    names: givenCounts,
    read: value => (typeof value === 'number' && value >= 0 ? value : undefined),
    form: both('不是不加引号的整数', 'is not a whole number without quotes'),
    example: say('9'),
  },
  {
    of: 'days',
    names: givenDays,
    read: value => (typeof value === 'string' ? dayOf(value) : undefined),
    form: both('不是日期', 'is not a date'),
    example: say('2025-06-01'),
  },
  {
    of: 'words',
    names: givenWords,
    read: value => (typeof value === 'string' && value !== '' ? value : undefined),
    form: both('不是加引号的文字', 'is not quoted text'),
    example: say('"310"'),
  },
];
const allNames = kinds.flatMap(({ names }) => names);
