import { describe, expect, it } from 'vitest';
import type { Group } from '../../grouper/result.ts';
import type { Trace } from '../../grouper/trace.ts';
import { explanationText } from '../../src/report/explanation-text.ts';
import { names, sampleExplanation } from './sample-explanation.ts';

const nameOf = (code: string) => names[code] ?? '';

// 10 228 x 3.7362 = 38 213.85; 38 213.85 - 9 120.40 = 29 093.45; 29 093.45 + 9 120.40 - 52 310.00 = -14 096.15
describe('the explanation of a stay', () => {
  it('puts every condition beside the fact and every amount beside its working', () => {
    expect(explanationText(sampleExplanation, { language: 'zh', nameOf })).toBe(`S0004182

入组 IC29 关节置换术（chs-drg-2.0）

怎样入组
  ✓ 大类 MDCI 肌肉、骨骼疾病
      ✓ 主要诊断在 MDCI 的 D1 表中：S72.000 股骨颈骨折
  ✓ 核心组 IC2 关节置换术（外科手术，adrg.tsv 第 141 行）
      ✓ 主要手术操作在 IC2 的 P1 表中：81.5100 全髋关节置换
  合并症与并发症
      ✗ S70.800x011 MCC，与主要诊断同属排除表 194，不计
      ✓ I50.900 心力衰竭 MCC，排除表 90，决定严重程度
      ✓ E11.900 CC，排除表 12
  细分组
      ✗ IC21 关节置换术，伴 MCC：有严重合并症（MCC）且未被主要诊断排除，且年龄大于 80 岁
      ✓ IC29 关节置换术：无条件

差一点
  ✗ 核心组 IC1 关节翻修术（外科手术，adrg.tsv 第 140 行）
      ✗ 主要手术操作在 IC1 的 P1 表中：81.5100 全髋关节置换
      ✓ 主要诊断在 IC1 的 D1 表中：S72.000 股骨颈骨折

怎样付费：DRG 2.0（wuhan）
总费用 52,310.00 元，支付标准 38,213.85 元，权重 3.7362，倍率 1.3689：正常
项目                  元  算式            出处
─────────────────────────────────────────────────────────────────────
  支付标准     38,213.85  10228 × 3.7362  data/policies/wuhan.yaml:31
= 支付额       38,213.85
  支付额       38,213.85
  减个人负担   −9,120.40
= 基金支付     29,093.45
─────────────────────────────────────────────────────────────────────
个人负担        9,120.40
其他                0.00
差额          −14,096.15

怎样付费：DRG 1.1（linyi）
总费用 52,310.00 元：未定价，按项目计入（病组没有权重）
项目               元  算式      出处
─────────────────────────────────────
  总费用    52,310.00  52310.00
= 支付额    52,310.00
= 基金支付          –
─────────────────────────────────────
个人负担            –
其他             0.00
差额             0.00
`);
  });

  it('does the same in English, in ASCII if asked', () => {
    expect(explanationText(sampleExplanation, { language: 'en', ascii: true, nameOf })).toBe(`S0004182

grouped to IC29 关节置换术 (chs-drg-2.0)

how it was grouped
  [x] MDC MDCI 肌肉、骨骼疾病
      [x] principal diagnosis in list D1 of MDCI: S72.000 股骨颈骨折
  [x] ADRG IC2 关节置换术 (surgery, adrg.tsv line 141)
      [x] main procedure in list P1 of IC2: 81.5100 全髋关节置换
  complications and comorbidities
      [ ] S70.800x011 MCC, in exclusion group 194 like the principal diagnosis: does not count
      [x] I50.900 心力衰竭 MCC, exclusion group 90, decides the severity
      [x] E11.900 CC, exclusion group 12
  DRG
      [ ] IC21 关节置换术，伴 MCC: an MCC that the principal diagnosis does not exclude and age above 80 years
      [x] IC29 关节置换术: no condition

near misses
  [ ] ADRG IC1 关节翻修术 (surgery, adrg.tsv line 140)
      [ ] main procedure in list P1 of IC1: 81.5100 全髋关节置换
      [x] principal diagnosis in list D1 of IC1: S72.000 股骨颈骨折

how it is paid: DRG 2.0 (wuhan)
cost 52,310.00 yuan, standard 38,213.85 yuan, weight 3.7362, ratio 1.3689: normal
line                                yuan  working         source
-------------------------------------------------------------------------------------
  standard                     38,213.85  10228 x 3.7362  data/policies/wuhan.yaml:31
= payment                      38,213.85
  payment                      38,213.85
  less what the patient pays   -9,120.40
= fund                         29,093.45
-------------------------------------------------------------------------------------
patient                         9,120.40
other payers                        0.00
margin                        -14,096.15

how it is paid: DRG 1.1 (linyi)
cost 52,310.00 yuan: unpriced, carried at fee for service (the group has no weight)
line               yuan  working   source
-----------------------------------------
  total cost  52,310.00  52310.00
= payment     52,310.00
= fund                -
-----------------------------------------
patient               -
other payers       0.00
margin             0.00
`);
  });

  it('says why there is no DRG', () => {
    const [trace] = sampleExplanation.traces;
    const group: Group = { mdc: '0000', adrg: '00', drg: '0000', name: '', status: 'ungrouped' };
    const ungrouped: Trace = { ...trace!, group, mdcs: [], adrg: undefined, drgs: [], nearMisses: [] };
    const ambiguous: Trace = { ...ungrouped, group: { ...group, drg: 'BQY', name: '歧义组', status: 'ambiguous' } };
    const said = (one: Trace) => explanationText({ stay: 'S', traces: [one], payments: [] }, { language: 'zh', nameOf });
    expect([said(ungrouped), said(ambiguous)]).toEqual([
      'S\n\n未入组（chs-drg-2.0）：没有一条分组规则成立\n\n怎样入组\n',
      'S\n\n歧义组 BQY 歧义组（chs-drg-2.0）：主要手术操作有效，但不属于主要诊断所在大类的任何外科组\n\n怎样入组\n',
    ]);
  });

  it('lets no control character through', () => {
    const [trace] = sampleExplanation.traces;
    const mdcs = [{ mdc: 'MDCI', name: '\u001b[31m红\u202e', entered: true, checks: [] }];
    const text = explanationText({ stay: 'S', traces: [{ ...trace!, mdcs }], payments: [] }, { language: 'zh', nameOf });
    expect(text.split('\n')[5]).toBe('  ✓ 大类 MDCI [31m红');
  });
});
