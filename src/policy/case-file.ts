/**
 * A file of cases that a person who knows the rules can write: a list, each with a policy (its id or file) or a scenario, the stay that
 * is given, and what it must be paid. `change` sets parameters of the policy for this one case, by their dotted paths.
 */
import { type Expected, expectedPayment } from './expected-payment.ts';
import { type GivenStay, givenStay } from './given-stay.ts';
import type { LeafValue, Place } from './leaf.ts';
import { both, didYouMean, mistake } from './mistakes.ts';
import { nearest } from './nearest.ts';
import { requiredText } from './required-text.ts';
import { type Entries, plain, readWritten, type Written } from './written.ts';

export type PaymentCase = {
  readonly at: Place;
  readonly name: string;
  readonly by: { readonly kind: 'policy' | 'scenario'; readonly named: string; readonly at: Place };
  readonly change: readonly Change[];
  readonly given: GivenStay;
  readonly expected: Expected;
};

export type Change = { readonly path: string; readonly value: LeafValue; readonly at: Place };

const code = 'CASES_INVALID';

/** undefined: the text is no list, so it is something else than a file of cases. */
export function readCases(text: string, file: string): readonly PaymentCase[] | undefined {
  const written = readWritten(text, file, code);
  return written.kind === 'list' ? written.items.map(caseOf) : undefined;
}

const parts = ['name', 'policy', 'scenario', 'change', 'given', 'expect'] as const;

function caseOf(written: Written): PaymentCase {
  if (written.kind !== 'entries') throw invalid(written.at, both('有一例不是“键: 值”', 'a case is not a map of names'));
  const { of, at } = written;
  for (const [key, inner] of of) {
    if (parts.some(part => part === key)) continue;
    throw mistake(code, inner.at, both(`一例里没有“${key}”这一项`, `a case has no "${key}"`), didYouMean(nearest(key, parts)!));
  }
  const [policy, scenario] = [of.get('policy'), of.get('scenario')];
  if ((policy === undefined) === (scenario === undefined))
    throw invalid(at, both('应写 policy 或 scenario 其中一个', 'a case names a policy or a scenario, one of them'));
  const kind = policy ? 'policy' : 'scenario';
  const named = requiredText(policy ?? scenario, kind, { above: at, code });
  const [given, expect] = [entriesOf(written, 'given'), entriesOf(written, 'expect')];
  return {
    at,
    name: requiredText(of.get('name'), 'name', { above: at, code }),
    by: { kind, named, at: (policy ?? scenario)!.at },
    change: of.has('change') ? changesOf(entriesOf(written, 'change')) : [],
    given: givenStay(plain(given) as Record<string, unknown>, given.at),
    expected: expectedPayment(plain(expect) as Record<string, unknown>, expect.at),
  };
}

const changesOf = ({ of }: Entries): readonly Change[] =>
  [...of].map(([path, value]) => ({ path, value: plain(value) as LeafValue, at: value.at }));

function entriesOf({ of, at }: Entries, key: string): Entries {
  const inner = of.get(key);
  if (inner?.kind === 'entries') return inner;
  throw invalid(inner?.at ?? at, both(`缺少 ${key}`, `${key} is missing`));
}

const form = both(
  '写成 - {name: ..., policy: wuhan-2024-illustrative, given: {insurance: "310", weight: "0.96", cost: "8000.00"}, expect: {payment: "9818.88"}}。',
  'Write - {name: ..., policy: wuhan-2024-illustrative, given: {insurance: "310", weight: "0.96", cost: "8000.00"}, expect: {payment: "9818.88"}}.',
);
const invalid = (at: Place, text: { readonly zh: string; readonly en: string }) => mistake(code, at, text, form);
