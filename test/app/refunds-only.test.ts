import { expect, it } from 'vitest';
import { loadOfSaved, refuseEmpty } from '../../src/app/load-stays.ts';
import { addLoad } from '../../src/app/saved-loads.ts';
import { UserError } from '../../src/errors.ts';
import { readStays } from '../../src/files/read-stays.ts';
import { fileOf, profiles } from '../files/loading.ts';

const installation = { root: '.', snapshots: undefined };
const header = 'setl_id,mdtrt_id,insutype,medfee_sumamt,hifp_pay,acct_pay,psn_cash_pay,refd_setl_flag,vali_flag,begndate,enddate,setl_time';
const extract = (name: string, ...rows: readonly string[]) =>
  readStays([fileOf([header, ...rows, ''].join('\n'), name)], { profiles, keys: true, keyOf: text => `k${text}` });

const dates = '2025-01-02,2025-01-05,2025-01-05';
// two bills of 1,000.00 and 2,000.00, and a month that only takes them back
const january = extract(
  '1.csv',
  `A1,V1,310,1000.00,700.00,100.00,200.00,0,1,${dates}`,
  `A2,V2,310,2000.00,1400.00,200.00,400.00,0,1,${dates}`,
);
const february = extract(
  '2.csv',
  `A1,V1,310,-1000.00,-700.00,-100.00,-200.00,1,1,${dates}`,
  `A2,V2,310,-2000.00,-1400.00,-200.00,-400.00,1,1,${dates}`,
);

it('a month of nothing but refunds goes into a workspace and takes its stays back', () => {
  const first = addLoad(undefined, { table: january.rows, findings: january.rowFindings }, { at: '2025-02-01' });
  const { saved } = addLoad(first.saved, { table: february.rows, findings: february.rowFindings }, { at: '2025-03-01' });
  expect([january.table.count, loadOfSaved(installation, saved).table.count]).toEqual([2, 0]);
});

it('alone it holds no stay', () => {
  expect(() => refuseEmpty(february, ['2.csv'])).toThrow(UserError);
  expect(() => refuseEmpty(february, ['2.csv'], { into: true })).not.toThrow();
  expect(february.rows.count).toBe(2);
});

it('papers of two kinds that join nowhere say on every row that stays may count twice', () => {
  const list = 'setl_id,mdtrt_id,diseinfo.diag_code,stas_type\nL9,W9,I10.x00,\n';
  const { table, findings } = readStays(
    [fileOf(list, 'list.csv'), fileOf([header, `A1,V1,310,1000.00,700.00,100.00,200.00,0,1,${dates}`, ''].join('\n'), 's.csv')],
    { profiles },
  );
  expect([table.count, findings.counts.papers_apart]).toEqual([2, 2]);
});
