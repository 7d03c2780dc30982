import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Asked, listedPrice, listing } from '../../../src/payment/listed/listing.ts';
import { priceTable } from '../../../src/payment/listed/price-table.ts';
import { payerOf } from '../../../src/payment/payer-of.ts';
import type { SingleDiseasePolicy } from '../../../src/policy/methods/single-disease.ts';
import { policy } from '../../policy/short-policy.ts';
import { levels } from '../methods/paid.ts';
import { withCodes } from '../methods/with-codes.ts';
import { hospitalOf } from '../written-stays.ts';

const listed = policy(`${levels}payment_method: single_disease
single_disease: {source: notice, table: prices.tsv}
`) as SingleDiseasePolicy;

const prices = priceTable(
  `diagnosis	operation	level	insurance	price	name
K35		*	*	1	any operation
K35	-	*	*	2	none
K35	47	*	*	3	47
K35	47.0	*	*	4	47.0
K35.2	47	*	*	5	K35.2 and 47
N20|N21	55|56	*	employee	6	an insurance
N20|N21	55|56	tertiary	*	7	a level
J18		secondary	resident	8	both
`,
  listed,
);
const found = (asked: Partial<Asked>) =>
  prices[listedPrice(prices, { diagnosis: '', operation: '', level: 'tertiary', insurance: 'employee', ...asked })]?.name;

describe('of several listed prices the one that says most', () => {
  it.each([
    ['47.0100', { diagnosis: 'K35.3', operation: '47.0100' }, '47.0'],
    ['47.1', { diagnosis: 'K35.3', operation: '47.1' }, '47'],
    ['another operation', { diagnosis: 'K35.3', operation: '54.2' }, 'any operation'],
    ['no operation', { diagnosis: 'K35.3' }, 'none'],
    ['the longer diagnosis before the longer operation', { diagnosis: 'K35.200', operation: '47.0100' }, 'K35.2 and 47'],
    ['the longer diagnosis with another operation', { diagnosis: 'K35.200', operation: '54.2' }, 'any operation'],
    ['a level before an insurance', { diagnosis: 'N20.0', operation: '55.0' }, 'a level'],
    ['the one that fits', { diagnosis: 'N21.0', operation: '56.0', level: 'secondary' }, 'an insurance'],
    ['neither', { diagnosis: 'N20.0', operation: '56.0', level: 'secondary', insurance: 'resident' }, undefined],
    ['both', { diagnosis: 'J18.9', level: 'secondary', insurance: 'resident' }, 'both'],
    ['another diagnosis', { diagnosis: 'K3', operation: '47.0' }, undefined],
    ['no diagnosis', { operation: '47.0' }, undefined],
  ])('%s', (_, asked, name) => expect(found(asked)).toBe(name));

  it('over columns as one by one', () => {
    const diagnosis = fc.constantFrom('K35.2', 'K35.9', 'N20.0', 'N21', 'J18', 'A00', '');
    const operation = fc.constantFrom('47.0100', '47.1', '55.0', '56.1', '99.9', '');
    const stay = fc.record({
      level: fc.constantFrom('', '三级', '二级', '一级', 'secondary'),
      insurance: fc.constantFrom('310', '390', '340', ''),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(diagnosis, operation, stay), { minLength: 1, maxLength: 30 }), rows => {
        const stays = withCodes(
          hospitalOf(rows.map(([, , { level, insurance }]) => ({ level, insurance, total: '1' }))),
          rows.map(([dx, px]) => `${dx} E11.9 / ${px} 99.8`.replace(/^ E11.9/, '')),
        );
        const priceOf = listing(stays, prices, listed);
        const slow = rows.map(([dx, px], row) => {
          const payer = payerOf(stays, row, listed);
          // a second operation moves up where there is no first
          return payer.insurance === '' ? -1 : listedPrice(prices, { diagnosis: dx, operation: px || '99.8', ...payer });
        });
        expect(rows.map((_, row) => priceOf(row))).toEqual(slow);
      }),
    );
  });
});
