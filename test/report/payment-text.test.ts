import { expect, it } from 'vitest';
import type { Fen } from '../../src/money.ts';
import { type PaidStay, paymentText } from '../../src/report/payment-text.ts';

const working = `1 × (${'1'.repeat(60)} ÷ ≈0.333333333333 − 2.5) ≤ 2 → 0`;
const source = `data/policies/${'x'.repeat(140)}.yaml:31`;
const paid: PaidStay = {
  ...{ title: 'T', policy: 'P', band: 'high', reason: '', weight: '1', cost: 300, standard: 100, ratio: '3.0000' },
  ...{ payment: 100, fund: Number.NaN, patient: Number.NaN, other: Number.NaN, margin: Number.NaN },
  lines: [{ part: 'payment', label: 'no_excess', amount: 0 as Fen, working, source }],
};

it('cuts no label, formula or source, and knows the result of the group where nobody says who paid', () => {
  const text = paymentText(paid, { language: 'en' });
  expect(text).not.toContain('…');
  for (const whole of [working, source, 'none over the cap by the benchmark of the excess, the standard is paid'])
    expect(text).toContain(whole);
  // 1.00 - 3.00
  expect(text).toMatch(/^group result +−2\.00$/m);
  expect(paymentText({ ...paid, other: 0, margin: -5 }, { language: 'en' })).not.toContain('group result');
});

it('is ASCII when asked', () => {
  const text = paymentText(paid, { language: 'en', ascii: true });
  expect(text.match(/[^\x00-\x7f]/g)).toBeNull();
});

it('has the English title of the scenario in English, where there is one', () => {
  const [en, zh] = (['en', 'zh'] as const).map(language => paymentText({ ...paid, titleEn: 'By group' }, { language }).split('\n')[0]);
  expect([en, zh]).toEqual(['how it is paid: By group (P)', '怎样付费：T（P）']);
});
