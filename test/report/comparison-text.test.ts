import { describe, expect, it } from 'vitest';
import { comparisonMarkdown } from '../../src/report/comparison-markdown.ts';
import { comparisonText } from '../../src/report/comparison-text.ts';
import { sampleComparison } from './sample-comparison.ts';

// The figures are added up by hand in sample-comparison.ts. Outliers: 2 / 95 = 2.105 %, 3 / 95 = 3.158 %. Margin: 85 / 982.558 = 8.651 %.
// Fold of three departments: 30 + 6 + 4 = 40 stays, 300.250 + 40.004 + 22.304 = 362.558, 22.405 + 0 - 8.006 = 14.399.
// Rounding: -131.30 + 31.91 + 14.40 = -84.99 shown against -85.00, so 0.01 is missing downwards.

describe('a comparison in words', () => {
  it('answers first, then totals, folded departments that still sum, and the notes', () => {
    expect(comparisonText(sampleComparison, { language: 'zh', by: 'department', top: 2 })).toBe(
      `改 DRG 2.0 比按项目，医院差额 −85.00 万元（占总费用 −8.7%）；2 个科室增加，2 个减少；病人负担不变。

金额单位：万元；差 = 情景 − 按项目，按分相减后再取整
                                  差
指标        按项目  DRG 2.0  DRG 2.0
────────────────────────────────────
例数           100      100        0
未定价           0        5
总费用      982.56   982.56     0.00
支付额      982.56   897.56   −85.00
病组盈亏      0.00   −85.00   −85.00
基金支付    650.00   565.00   −85.00
个人负担    300.56   300.56     0.00
其他         32.00    32.00     0.00
差额          0.00   −85.00   −85.00
CMI              –   1.0312
高倍率占比       –     2.1%
低倍率占比       –     3.2%

按科室
                           差额     差额       差
科室       例数  总费用  按项目  DRG 2.0  DRG 2.0
─────────────────────────────────────────────────
骨科         40  500.00    0.00  −131.30  −131.30
消化内科     20  120.00    0.00   +31.91   +31.91
其余 3 项    40  362.56    0.00   +14.40   +14.40
─────────────────────────────────────────────────
合计        100  982.56    0.00   −85.00   −85.00
尾差                               −0.01    −0.01

输入 103 = 排除 3 + 纳入 100
数据 cccccccccccc，103 例，总费用 1,000.00 万元

情景     id     指纹          分组方案     支付政策  输入  排除  纳入
─────────────────────────────────────────────────────────────────────
按项目   ffs    aaaaaaaaaaaa  –            ffs        103     3   100
DRG 2.0  drg20  bbbbbbbbbbbb  chs-drg-2.0  wuhan      103     3   100

说明
- DRG 2.0: 费率已换算
- 尾差：各项四舍五入到 0.01 万元后与合计之差；元、角、分的合计没有差。
`,
    );
  });

  // Unfolded: 500.00 + 120.00 + 300.25 + 22.30 + 40.00 = 982.55 shown against 982.56, and the blank department has a name.
  it('says the same in English and with nothing but ASCII rules and signs', () => {
    expect(comparisonText(sampleComparison, { language: 'en', by: 'department', top: 10, ascii: true })).toBe(
      `DRG 2.0 against 按项目: hospital margin -85.00 x10k CNY (-8.7% of cost); department: 2 gain, 2 lose; patient burden unchanged.

money in ten-thousands of yuan (x10k CNY); change = scenario - 按项目, subtracted in fen, then rounded
                                 change
figure         按项目  DRG 2.0  DRG 2.0
---------------------------------------
stays             100      100        0
unpriced            0        5
cost           982.56   982.56     0.00
payment        982.56   897.56   -85.00
group result     0.00   -85.00   -85.00
fund           650.00   565.00   -85.00
patient        300.56   300.56     0.00
other payers    32.00    32.00     0.00
margin           0.00   -85.00   -85.00
CMI                 -   1.0312
high outliers       -     2.1%
low outliers        -     3.2%

by department
                           margin   margin   change
department  stays    cost  按项目  DRG 2.0  DRG 2.0
---------------------------------------------------
骨科           40  500.00    0.00  -131.30  -131.30
消化内科       20  120.00    0.00   +31.91   +31.91
心内科         30  300.25    0.00   +22.41   +22.41
(blank)         4   22.30    0.00    -8.01    -8.01
儿科            6   40.00    0.00     0.00     0.00
---------------------------------------------------
total         100  982.56    0.00   -85.00   -85.00
rounding            +0.01            -0.01    -0.01

input 103 = excluded 3 + in scope 100
data cccccccccccc, 103 stays, cost 1,000.00 x10k CNY

scenario  id     hash          catalogue    policy  input  excluded  in scope
-----------------------------------------------------------------------------
按项目    ffs    aaaaaaaaaaaa  -            ffs       103         3       100
DRG 2.0   drg20  bbbbbbbbbbbb  chs-drg-2.0  wuhan     103         3       100

notes
- DRG 2.0: the rate is rebased
- rounding: parts shown to 0.01 x10k CNY against the total shown; the totals in yuan and fen have no difference.
`,
    );
  });

  it('pastes into Markdown with the same figures', () => {
    expect(comparisonMarkdown(sampleComparison, { language: 'zh', by: 'department', top: 2 })).toBe(
      `# 示例

**改 DRG 2.0 比按项目，医院差额 −85.00 万元（占总费用 −8.7%）；2 个科室增加，2 个减少；病人负担不变。**

金额单位：万元；差 = 情景 − 按项目，按分相减后再取整

| 指标 | 按项目 | DRG 2.0 | 差 DRG 2.0 |
| --- | ---: | ---: | ---: |
| 例数 | 100 | 100 | 0 |
| 未定价 | 0 | 5 |  |
| 总费用 | 982.56 | 982.56 | 0.00 |
| 支付额 | 982.56 | 897.56 | −85.00 |
| 病组盈亏 | 0.00 | −85.00 | −85.00 |
| 基金支付 | 650.00 | 565.00 | −85.00 |
| 个人负担 | 300.56 | 300.56 | 0.00 |
| 其他 | 32.00 | 32.00 | 0.00 |
| 差额 | 0.00 | −85.00 | −85.00 |
| CMI | – | 1.0312 |  |
| 高倍率占比 | – | 2.1% |  |
| 低倍率占比 | – | 3.2% |  |

## 按科室

| 科室 | 例数 | 总费用 | 差额 按项目 | 差额 DRG 2.0 | 差 DRG 2.0 |
| --- | ---: | ---: | ---: | ---: | ---: |
| 骨科 | 40 | 500.00 | 0.00 | −131.30 | −131.30 |
| 消化内科 | 20 | 120.00 | 0.00 | +31.91 | +31.91 |
| 其余 3 项 | 40 | 362.56 | 0.00 | +14.40 | +14.40 |
| **合计** | **100** | **982.56** | **0.00** | **−85.00** | **−85.00** |
| **尾差** |  |  |  | **−0.01** | **−0.01** |

输入 103 = 排除 3 + 纳入 100  
数据 cccccccccccc，103 例，总费用 1,000.00 万元

| 情景 | id | 指纹 | 分组方案 | 支付政策 | 输入 | 排除 | 纳入 |
| --- | --- | --- | --- | --- | ---: | ---: | ---: |
| 按项目 | ffs | aaaaaaaaaaaa | – | ffs | 103 | 3 | 100 |
| DRG 2.0 | drg20 | bbbbbbbbbbbb | chs-drg-2.0 | wuhan | 103 | 3 | 100 |

## 说明

- DRG 2.0: 费率已换算
- 尾差：各项四舍五入到 0.01 万元后与合计之差；元、角、分的合计没有差。
`,
    );
  });

  const [change] = sampleComparison.changes;
  it.each([
    { patient: 0, says: '病人负担不变。' },
    { patient: -1_000_000, says: '病人负担 −1.00 万元。' },
    { patient: Number.NaN, says: '病人负担未知（数据没有个人支付）。' },
  ])('patient change of $patient fen: $says', ({ patient, says }) => {
    const changes = [{ ...change!, totals: { ...change!.totals, patient } }];
    const [answer = ''] = comparisonText({ ...sampleComparison, changes }, { language: 'zh', by: 'department', top: 2 }).split('\n');
    expect(answer.split('；').at(-1)).toBe(says);
  });

  it('without a reform says how the baseline stands', () => {
    const alone = { ...sampleComparison, scenarios: sampleComparison.scenarios.slice(0, 1), changes: [] };
    expect(comparisonText(alone, { language: 'zh', by: 'department', top: 1 }).split('\n\n')[0]).toBe(
      '按项目：医院差额 0.00 万元（占总费用 0.0%）。',
    );
  });
});
