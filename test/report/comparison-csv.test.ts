import { expect, it } from 'vitest';
import { comparisonCsv } from '../../src/report/comparison-csv.ts';
import { sampleComparison } from './sample-comparison.ts';

it('writes exact yuan, one row a scenario and key, and no change for the baseline', () => {
  const [scenario, reform] = sampleComparison.scenarios;
  const one = (full: NonNullable<typeof scenario>) => ({
    ...full,
    hash: 'h',
    by: { ...full.by, department: full.by.department.slice(0, 1) },
  });
  const csv = comparisonCsv({ ...sampleComparison, scenarios: [one(scenario!), one(reform!)] }, { bom: true });
  expect(csv.split('\r\n')).toEqual([
    '\uFEFFscenario,hash,catalogue,policy,dimension,key,label,stays,unpriced,unpriced_cost,cost,payment,fund,patient,other,margin,group_result,days,weight,cmi,priced,low,high,change_stays,change_cost,change_fund,change_patient,change_other,change_margin,change_payment,change_group_result',
    'ffs,h,,ffs,total,,,100,0,0.00,9825580.00,9825580.00,6500000.00,3005580.00,320000.00,0.00,0.00,840,,,0,0,0,,,,,,,,',
    'ffs,h,,ffs,department,骨科,骨科,40,0,0.00,5000000.00,0.00,0.00,0.00,0.00,0.00,0.00,0,,,0,0,0,,,,,,,,',
    'drg20,h,chs-drg-2.0,wuhan,total,,,100,5,300000.00,9825580.00,8975580.00,5650000.00,3005580.00,320000.00,-850000.00,-850000.00,840,97.9640,1.0312,95,3,2,0,0.00,-850000.00,0.00,0.00,-850000.00,-850000.00,-850000.00',
    'drg20,h,chs-drg-2.0,wuhan,department,骨科,骨科,40,0,0.00,5000000.00,0.00,0.00,0.00,0.00,-1313040.00,-1313040.00,0,,,0,0,0,0,0.00,-1313040.00,0.00,0.00,-1313040.00,-1313040.00,-1313040.00',
    '',
  ]);
});
