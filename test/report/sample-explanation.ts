/** One hip replacement as the grouper traces it and two scenarios pay it: 10 228 x 3.7362 = 38 213.8536, less 9 120.40 = 29 093.45. */

import type { Fen } from '../../src/money.ts';
import type { Explanation } from '../../src/report/explanation-text.ts';

const fen = (amount: number) => amount as Fen;

export const names: Readonly<Record<string, string>> = { 'S72.000': '股骨颈骨折', '81.5100': '全髋关节置换', 'I50.900': '心力衰竭' };

export const sampleExplanation: Explanation = {
  stay: 'S0004182',
  traces: [
    {
      catalogue: 'chs-drg-2.0',
      group: { mdc: 'MDCI', adrg: 'IC2', drg: 'IC29', name: '关节置换术', status: 'grouped' },
      mdcs: [
        {
          mdc: 'MDCI',
          name: '肌肉、骨骼疾病',
          entered: true,
          checks: [{ atom: 'pdx in D1', holds: true, facts: ['S72.000'] }],
        },
      ],
      adrg: {
        adrg: 'IC2',
        name: '关节置换术',
        kind: 'surgery',
        line: 141,
        checks: [{ atom: 'px1 in P1', holds: true, facts: ['81.5100'] }],
      },
      nearMisses: [
        {
          adrg: 'IC1',
          name: '关节翻修术',
          kind: 'surgery',
          line: 140,
          checks: [
            { atom: 'px1 in P1', holds: false, facts: ['81.5100'] },
            { atom: 'pdx in D1', holds: true, facts: ['S72.000'] },
          ],
        },
      ],
      complications: [
        { code: 'S70.800x011', level: 'mcc', exclusionGroup: '194', cancelled: true, decides: false },
        { code: 'I50.900', level: 'mcc', exclusionGroup: '90', cancelled: false, decides: true },
        { code: 'E11.900', level: 'cc', exclusionGroup: '12', cancelled: false, decides: false },
      ],
      drgs: [
        { drg: 'IC21', name: '关节置换术，伴 MCC', condition: 'mcc and age > 80', holds: false },
        { drg: 'IC29', name: '关节置换术', condition: 'true', holds: true },
      ],
    },
  ],
  payments: [
    {
      title: 'DRG 2.0',
      policy: 'wuhan',
      band: 'normal',
      reason: '',
      weight: '3.7362',
      cost: 5_231_000,
      standard: 3_821_385,
      ratio: '1.3689',
      payment: 3_821_385,
      fund: 2_909_345,
      patient: 912_040,
      other: 0,
      margin: -1_409_615,
      lines: [
        { part: 'payment', label: 'standard', amount: fen(3_821_385), working: '10228 × 3.7362', source: 'data/policies/wuhan.yaml:31' },
        { part: 'fund', label: 'payment', amount: fen(3_821_385), working: '', source: undefined },
        { part: 'fund', label: 'less_patient', amount: fen(-912_040), working: '', source: undefined },
      ],
    },
    {
      title: 'DRG 1.1',
      policy: 'linyi',
      band: 'unpriced',
      reason: 'no_weight',
      weight: '',
      cost: 5_231_000,
      standard: Number.NaN,
      ratio: '',
      payment: 5_231_000,
      fund: Number.NaN,
      patient: Number.NaN,
      other: 0,
      margin: 0,
      lines: [{ part: 'payment', label: 'cost', amount: fen(5_231_000), working: '52310.00', source: undefined }],
    },
  ],
};
