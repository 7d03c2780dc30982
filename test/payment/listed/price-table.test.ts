import { describe, expect, it } from 'vitest';
import { type ListedPrice, priceTable } from '../../../src/payment/listed/price-table.ts';
import type { SingleDiseasePolicy } from '../../../src/policy/methods/single-disease.ts';
import { policy, refusal } from '../../policy/short-policy.ts';
import { levels } from '../methods/paid.ts';

const listed = policy(`${levels}payment_method: single_disease
single_disease: {source: notice, table: prices.tsv}
`) as SingleDiseasePolicy;

const head = 'diagnosis\toperation\tlevel\tinsurance\tprice\texcluded\tvalid\tname\n';
const read = (text: string) => priceTable(text, listed);
const said = ({ at, diagnoses, operations, level, insurance, price, excluded, name }: ListedPrice) =>
  [at.line, name, diagnoses.join(' '), operations, level, insurance, price, [...excluded.categories, ...excluded.items].join(' ')].join(
    ' | ',
  );

describe('a list of prices of single diseases', () => {
  it('by tabs, rows that are valid', () => {
    const text = `${head}K35|K36\t47.0|47.11\ttertiary\t*\t6200.00\tmaterials|C0203\t1\t阑尾炎\nN20\t\tsecondary\temployee\t5000\t\t0\t\nJ18.0x005\t-\t*\tresident\t3000.5\t\t1\t\n\n`;
    expect(read(text).map(said)).toEqual([
      '2 | 阑尾炎 | K35 K36 | 47.0,47.11 | tertiary | * | 620000 | materials C0203',
      '4 |  | J18.0x005 | none | * | resident | 300050 | ',
    ]);
  });

  it('by commas, with Chinese headings, columns in any order, and a mark before them', () => {
    const text = '\uFEFF价格,主要诊断,主要手术操作,级别,险种,备注\r\n6200,K35,,*,*,"a, ""b"""\r\n';
    expect(read(text).map(said)).toEqual(['2 |  | K35 | any | * | * | 620000 | ']);
  });

  const row = 'K35\t47.0\ttertiary\t*\t6200.00\t\t1\t\n';
  it.each([
    ['a disease twice', `${head}${row}${row}`, 'prices.tsv:3: is line 2 again: K35 47.0 tertiary *'],
    [
      'one of several twice',
      `${head}${row}${row.replace('K35', 'K36|K35').replace('47.0', '47.1|47.0')}`,
      'prices.tsv:3: is line 2 again: K35 47.0 tertiary *',
    ],
    ['no diagnosis', `${head}${row.replace('K35', '')}`, 'prices.tsv:2: diagnosis "" does not begin a code of a diagnosis'],
    [
      'a name for a diagnosis',
      `${head}${row.replace('K35', '阑尾炎')}`,
      'prices.tsv:2: diagnosis "阑尾炎" does not begin a code of a diagnosis',
    ],
    ['an empty one of several', `${head}${row.replace('K35', 'K35|')}`, 'prices.tsv:2: diagnosis "" does not begin a code of a diagnosis'],
    [
      'a name for an operation',
      `${head}${row.replace('47.0', '切除')}`,
      'prices.tsv:2: operation "切除" does not begin a code of an operation',
    ],
    [
      'a level that nobody has',
      `${head}${row.replace('tertiary', 'tertiery')}`,
      'prices.tsv:2: single_disease.table: the policy has no level of hospital "tertiery"',
    ],
    [
      'an insurance that nobody has',
      `${head}${row.replace('*', 'employe')}`,
      'prices.tsv:2: the policy does not know the insurance "employe"',
    ],
    ['no price', `${head}${row.replace('6200.00', '')}`, 'prices.tsv:2: price "" is not an amount of money'],
    ['a price of nothing', `${head}${row.replace('6200.00', '0.00')}`, 'prices.tsv:2: price "0.00" is not an amount of money'],
    ['a part of a fen', `${head}${row.replace('6200.00', '6200.005')}`, 'prices.tsv:2: price "6200.005" is not an amount of money'],
    [
      'a word for a charge',
      `${head}${row.replace('00\t\t1', '00\tmaterial\t1')}`,
      'prices.tsv:2: excluded "material" is no charge category and no item code',
    ],
    ['neither valid nor not', `${head}${row.replace('\t1\t', '\tyes\t')}`, 'prices.tsv:2: valid "yes" is neither 1 nor 0'],
    ['a misspelt column', head.replace('excluded', 'exclude') + row, 'prices.tsv:1: "exclude" is no column of this table'],
    ['a column twice', head.replace('name', 'price') + row, 'prices.tsv:1: price is twice in the header'],
    ['no column of levels', `${head.replace('level\t', '')}`, 'prices.tsv:1: the header has no level'],
    ['a cell too many', `${head}${row.trimEnd()}\tname\tmore\n`, 'prices.tsv:2: this row has more cells than the header'],
    ['nothing valid', `${head}${row.replace('\t1\t', '\t0\t')}`, 'prices.tsv:1: there is no valid disease in the table'],
    ['nothing', '', 'prices.tsv:1: "" is no column of this table'],
  ])('%s', (_, text, message) => expect(refusal(() => read(text))[1]).toBe(message));

  it('names what was meant', () => {
    expect(refusal(() => read(head.replace('excluded', 'exclude') + row))).toEqual([
      'PRICE_LIST_INVALID',
      'prices.tsv:1: "exclude" is no column of this table',
      'Did you mean "excluded"?',
    ]);
    expect(refusal(() => read(`${head}${row.replace('*', 'employe')}`))[2]).toBe('Did you mean "employee"?');
  });
});
