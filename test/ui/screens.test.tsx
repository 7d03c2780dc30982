import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { body, bodyOf } from './body.ts';
import { frame, frameOf, open } from './frame.tsx';

const ENTER = '\r';

describe('six screens at 80 x 24', () => {
  it('总览 answers first, then the figures, the departments by loss, the months and what needs a look', () => {
    expect(body({})).toMatchInlineSnapshot(`
      "
        改为「DRG 2.0」，比「按项目」全院差额 −3.01 万元（占医疗费总额 −20.1%，按收
        费口径）；减少最多的是消化内科 −2.00 万元。

        出院人次               8  医疗费总额      14.94 万  差额            −3.01 万
        次均费用       18,676.31  基金支付         9.02 万  个人负担         2.91 万
        CMI               1.6366  平均住院日           5.5  入组率             87.5%
        高倍率             14.3%  低倍率             14.3%  未定价             12.5%
        费用指数               –  时间指数               –  QY/0000     0.0% / 12.5%

       科室差额（万元）（示例） · DRG 2.0                                         1/3
       ▸科室                 病例      总费用        差额    占费用  亏 ← 差额 → 盈
      ▌ 消化内科                2        4.15       −2.00    −48.2%  ███████│
        骨科                    3        6.63       −1.01    −15.2%     ████│
        心内科                  3        4.16        0.00      0.0%         │
        合计                    8       14.94       −3.01    −20.1%


        月度差额   2025-01 █▁ 2025-02   最低 2月 −1.90   最高 1月 −1.11
        需要看一眼   2 行未载入 · 1 例未定价 · 缺主要诊断 2 · …   见 0 数据
      "
    `);
  });
  it('病例 says how many, what they cost, and how many lose; then lists them with the margin of the scenario looked at', () => {
    expect(body({ keys: '2' })).toMatchInlineSnapshot(`
      "
        8 例，总费用 14.94 万元，差额 −3.01 万元（−20.1%）；4 例亏损，占 50.0%。

       8 例（示例） · DRG 2.0                                                     1/8
       ▸病例号    性别  年龄  科室        医生    天数     总费用  病组 ›        差额
      ▌ S0000001  女      78  骨科        D001      12  52,310.00  IC29    −14,096.15
        S0000002  男      45  骨科        D001       6   9,800.00  IR29       −800.00
        S0000003  男      33  骨科        D002       4   4,200.00  IR29     +4,800.00
        S0000004  男      66  心内科      D003       7  31,000.00  FM19     −1,000.00
        S0000005  女      71  心内科      D003       9   8,600.50  FR25     +1,000.00
        S0000006  女      59  心内科      D004       1   2,000.00  FR25          0.00
        S0000007  男      52  消化内科    D005       3  40,000.00  GD29    −20,000.00
        S0000008  女     3天  消化内科    D005       2   1,500.00  0000          0.00
        合计       平均 50.5                  平均 5.5 149,410.50          −30,096.15






      "
    `);
  });
  it('为什么: conditions beside facts, cancelled complications, near misses', () => {
    expect(body({ keys: `2${ENTER}` })).toMatchInlineSnapshot(`
      "
        女 78 岁 · 骨科 · D001 · 12 天                               来源 stays.csv:2
        入组 IC29 髋、肩、膝、肘和踝关节置换术                     差额 −14,096.15 亏
        权重 3.7362   支付标准 38,213.85   实际 52,310.00   倍率 1.3689   正常

        怎样入组  chs-drg-2.0
        I         肌肉、骨骼疾病及功能障碍 ✓ 进入
                  ✓ 符合  主要诊断在 I 的 D1 表中  病例中：S72.000 股骨颈骨折
        IC2       核心组 髋、肩、膝、肘和踝关节置换术
                  ✓ 符合  主要手术操作在 IC2 的 P1 表中  病例中：81.5100 全髋关节置换
        合并症    I50.900 心力衰竭 严重合并症（MCC） ✓ 决定严重程度
                  S70.800x011 髋部损伤 严重合并症（MCC） ✗ 被主要诊断排除（排除表
                  194）
        IC29      髋、肩、膝、肘和踝关节置换术 ✓ 符合

        差一点    IC1 髋、膝关节翻修术
                  ✗ 不符合  主要手术操作在 IC1 的 P1 表中  病例中：81.5100 全髋关节置
                  换

        怎样付费（示例） · DRG 2.0  wuhan
      "
    `);
  });
  it('病组 names the group that loses most, lists them, and shows the costs of the one under the cursor', () => {
    expect(body({ keys: '3j' })).toMatchInlineSnapshot(`
      "
        「DRG 2.0」下亏得最多的病组是 GD29 胆囊切除手术，−2.00 万元，占全部亏损
        −3.51 万元的 57.0%；3 个病组亏损，2 个盈余。

       病组（万元）（示例） · DRG 2.0                                             2/6
       ▸病组   名称                 病例     权重    次均费用    支付标准›   病组盈亏
        GD29   胆囊切除手术            1   1.0000   40,000.00   10,000.00       −2.00
      ▌ IC29   髋、肩、膝、肘和…       1   3.7362   52,310.00   38,213.85       −1.41
        FM19   经皮冠状动脉支架…       1   3.0000   31,000.00   30,000.00       −0.10
        0000   未入组                  1        –    1,500.00           –        0.00
        FR25   心力衰竭                2   0.9600    5,300.25    9,600.50       +0.10
        合计                           8   1.6366   18,676.31                   −3.01
        IC29 髋、肩、膝、肘和踝关…  费用：次均 52,310.00 · 标准 38,213.85，1 例超过
        低线 11,464.16 以下 0 例 · 高线 114,641.55 以上 0 例
           ┊低             ┊标准    ┊均                                  ┊高
        1 ┤┊               ┊       █┊█                                   ┊
          │┊               ┊       █┊█                                   ┊
          │┊               ┊       █┊█                                   ┊
        0 └┴────────┬──────┴─┬──────┴─┬────────┬────────┬────────┬───────┴┬
        10,000   25,000   40,000   55,000   70,000   85,000   100,000  115,000
      "
    `);
  });
  it('科室 names the worst and the best, lists them, and places them by case mix and margin', () => {
    expect(body({ keys: '4' })).toMatchInlineSnapshot(`
      "
        「DRG 2.0」下差额最低的科室是消化内科 −2.00 万元（−48.2%），最高的是心内科
        0.00 万元（0.0%）；3 个科室中 2 个亏损。

       科室（万元）（示例） · DRG 2.0                                             1/3
       ▸科室                病例    差额之差   差额率      CMI  费用指数›       差额
      ▌ 消化内科               2       −2.00   −48.2%   1.0000         –       −2.00
        骨科                   3       −1.01   −15.2%   1.8454         –       −1.01
        心内科                 3        0.00     0.0%   1.6400         –        0.00
        合计                   8       −3.01   −20.1%   1.6366                 −3.01

        CMI × 差额率：消化内科 CMI 低、亏
               ↑ 差额率                                                        CMI →
          0.0% ───────────────────────────────────────────────────┼•────────────────
                                                                  │ 心内科    骨科 •
                                                                  │
               CMI 低、亏                                         │
        −48.2% ◆ 消化内科                                         │       CMI 高、亏
               1.00                                             1.64            1.85
        消耗指数为 –：支付政策没有区域均值，不能同自己比。
      "
    `);
  });
  it('情景 sets the scenarios side by side, with the change from the baseline', () => {
    expect(body({ keys: '5' })).toMatchInlineSnapshot(`
      "
        改为「DRG 2.0」，比「按项目」全院差额 −3.01 万元（占医疗费总额 −20.1%，按收
        费口径）；0 个科室增加，2 个减少；病人负担不变。

                            按项目      DRG 1.1    DRG 2.0 ◀            差（◀ − 基线）
        医疗费总额           14.94        14.94        14.94              0.00    0.0%
        支付额               14.94        13.39        11.93             −3.01  −20.1%
        基金支付             12.03        10.48         9.02             −3.01  −25.0%
        个人负担              2.91         2.91         2.91              0.00    0.0%
        差额                  0.00        −1.55        −3.01             −3.01  −20.1%
        CMI                      –       1.4286       1.6366
        未定价                   0            1            1
        说明  费率与系数为示例，不是当地现行标准

       按科室 · 万元（示例） · DRG 2.0                                            1/3
       ▸科室                 病例      总费用       基金差       个人差     差额之差›
      ▌ 骨科                    3        6.63        −1.01         0.00        −1.01
        心内科                  3        4.16         0.00         0.00         0.00
        消化内科                2        4.15        −2.00         0.00        −2.00
        合计                    8       14.94        −3.01         0.00        −3.01
      "
    `);
  });
});

describe('what opens from them at 80 x 24', () => {
  it('病例 scrolls to the columns at the right and keeps the stay id', () => {
    expect(body({ keys: '2lllllllllllll' })).toMatchInlineSnapshot(`
      "
        8 例，总费用 14.94 万元，差额 −3.01 万元（−20.1%）；4 例亏损，占 50.0%。

       8 例（示例） · DRG 2.0                                                     1/8
        病例号  ‹   倍率  类型         支付额 ▸主要诊断                          差额
      ▌ S0000001    1.37  正常      38,213.85  S72.000 股骨颈骨折          −14,096.15
        S0000002    1.09  正常       9,000.00  S82.100 胫骨上端骨折           −800.00
        S0000003    0.47  正常       9,000.00  S52.500 桡骨下端骨折         +4,800.00
        S0000004    1.03  正常      30,000.00  I21.900 急性心肌梗死         −1,000.00
        S0000005    0.90  正常       9,600.50  I50.900 心力衰竭             +1,000.00
        S0000006    0.21  低倍率     2,000.00  I50.900 心力衰竭                  0.00
        S0000007    4.00  高倍率    20,000.00  K80.100 胆囊结石伴胆囊炎    −20,000.00
        S0000008       –  未定价     1,500.00  P59.900 新生儿黄疸                0.00
        合计                       119,314.35                              −30,096.15






      "
    `);
  });
  it('病例 filtered answers for the stays shown', () => {
    expect(body({ keys: `2/心${ENTER}llllllsj` })).toMatchInlineSnapshot(`
      "
        3 例，总费用 4.16 万元，差额 0.00 万元（0.0%）；1 例亏损，占 33.3%。

       8 例（示例） · DRG 2.0   筛选 心 → 3（Esc 清除）                           2/3
        病例号    性别  年龄  科室        医生    天数    ▸总费用▼ 病组 ›        差额
        S0000004  男      66  心内科      D003       7  31,000.00  FM19     −1,000.00
      ▌ S0000005  女      71  心内科      D003       9   8,600.50  FR25     +1,000.00
        S0000006  女      59  心内科      D004       1   2,000.00  FR25          0.00
        合计       平均 65.3                  平均 5.7  41,600.50                0.00











      "
    `);
  });
  it('病例 says so when nothing matches', () => {
    expect(
      body({ keys: `2/没有${ENTER}` })
        .split('\n')
        .slice(1, 6),
    ).toMatchInlineSnapshot(`
      [
        "  没有符合的病例。",
        "",
        " 8 例（示例） · DRG 2.0   筛选 没有 → 0（Esc 清除）                         0/0",
        " ▸病例号    性别  年龄  科室        医生    天数     总费用  病组 ›        差额",
        "  没有符合的行：8 行都被筛掉了；Esc 清除筛选",
      ]
    `);
  });
  it('为什么 further down: lines that sum, and the other scenarios', () => {
    expect(body({ keys: `2${ENTER}G` })).toMatchInlineSnapshot(`
      "
                  ✗ 不符合  主要手术操作在 IC1 的 P1 表中  病例中：81.5100 全髋关节置
                  换

        怎样付费（示例） · DRG 2.0  wuhan
          支付标准         10228 × 3.7362                                    38,213.85
            data/policies/wuhan.yaml:31
        = 支付额                                                           38,213.85
          支付额                                                             38,213.85
          减个人负担                                                        −10,000.00
        = 基金支付                                                         28,213.85
        个人负担                                                           10,000.00
        其他支付                                                                0.00
        实际                                                               52,310.00
        差额                                                       亏     −14,096.15

        各情景
        按项目                           按项目              52,310.00          0.00
        DRG 1.1                          IC29 正常           47,310.00     −5,000.00
        DRG 2.0                          IC29 正常           38,213.85    −14,096.15
      "
    `);
  });
  it('为什么 of a stay that is not grouped by the scenario looked at', () => {
    expect(body({ keys: `2]${ENTER}` })).toMatchInlineSnapshot(`
      "
        女 78 岁 · 骨科 · D001 · 12 天                               来源 stays.csv:2
        按项目结算，不分组                                                  差额 0.00
        实际 52,310.00   按项目

        怎样入组
        按项目结算，不分组

        怎样付费 · 按项目
          总费用                                                             52,310.00
        = 支付额                                                           52,310.00
          支付额                                                             52,310.00
          减个人负担                                                        −10,000.00
        = 基金支付                                                         42,310.00
        个人负担                                                           10,000.00
        其他支付                                                                0.00
        实际                                                               52,310.00
        差额                                                                    0.00

        各情景
      "
    `);
  });
  it('病组 of a method without groups says so', () => {
    expect(bodyOf({ keys: '3]' }).filter(line => line !== '')).toMatchInlineSnapshot(`
      [
        "  「按项目」不分组，没有病组可看；按 p 换一个情景。",
      ]
    `);
  });
  it('科室 opened: what the reform changed in each of its groups, from the baseline to the reform', () => {
    expect(body({ keys: `4j${ENTER}` })).toMatchInlineSnapshot(`
      "
        骨科改为「DRG 2.0」后差额 −1.01 万元，比「按项目」变动 −1.01 万元（占总费用
        −15.2%）；减少最多的是 IC29 髋、肩、膝、肘和踝关节置换术 −1.41 万元。

       骨科 · 按病组（万元）（示例） · DRG 2.0                                    1/2
       ▸病组                                 病例      总费用    差额之差›       差额
      ▌ IC29 髋、肩、膝、肘和踝关节置换术       1        5.23       −1.41       −1.41
        IR29 四肢骨折                           2        1.40       +0.40       +0.40
        合计                                    3        6.63       −1.01       −1.01



        差额从「按项目」到「DRG 2.0」，按病组（万元）
        按项目                                                                  0.00
        IC29 髋、肩、膝、肘和踝关节置…  █████████████████████████████████████  −1.41
        IR29 四肢骨折                   ██████████▌                            +0.40
        DRG 2.0                                   ▐██████████████████████████  −1.01



      "
    `);
  });
  it('科室 opened, by doctor', () => {
    expect(body({ keys: `4j${ENTER}d` })).toMatchInlineSnapshot(`
      "
        骨科改为「DRG 2.0」后差额 −1.01 万元，比「按项目」变动 −1.01 万元（占总费用
        −15.2%）；减少最多的是 D001 −1.49 万元。

       骨科 · 按医生（万元）（示例） · DRG 2.0                                    1/2
       ▸医生                病例      总费用    差额之差    占费用›       差额
      ▌ D001                   2        6.21       −1.49    −24.0%       −1.49
        D002                   1        0.42       +0.48   +114.3%       +0.48
        合计                   3        6.63       −1.01    −15.2%       −1.01



        差额从「按项目」到「DRG 2.0」，按医生（万元）
        按项目                                                                  0.00
        D001     ████████████████████████████████████████████████████████████  −1.49
        D002     ███████████████████▍                                          +0.48
        DRG 2.0                     ▐████████████████████████████████████████  −1.01



      "
    `);
  });
  it('情景 by group', () => {
    expect(body({ keys: '5d' })).toMatchInlineSnapshot(`
      "
        改为「DRG 2.0」，比「按项目」全院差额 −3.01 万元（占医疗费总额 −20.1%，按收
        费口径）；0 个科室增加，2 个减少；病人负担不变。

                            按项目      DRG 1.1    DRG 2.0 ◀            差（◀ − 基线）
        医疗费总额           14.94        14.94        14.94              0.00    0.0%
        支付额               14.94        13.39        11.93             −3.01  −20.1%
        基金支付             12.03        10.48         9.02             −3.01  −25.0%
        个人负担              2.91         2.91         2.91              0.00    0.0%
        差额                  0.00        −1.55        −3.01             −3.01  −20.1%
        CMI                      –       1.4286       1.6366
        未定价                   0            1            1
        说明  费率与系数为示例，不是当地现行标准

       按病组 · 万元（示例） · DRG 2.0                                            1/6
       ▸病组                               病例      总费用       基金差       个人差›
      ▌ IC29 髋、肩、膝、肘和踝关节置…        1        5.23        −1.41         0.00
        IR29 四肢骨折                         2        1.40        +0.40         0.00
        FM19 经皮冠状动脉支架植入             1        3.10        −0.10         0.00
        合计                                  8       14.94        −3.01         0.00
      "
    `);
  });
  it('情景 opened: what it was carried out with', () => {
    expect(body({ keys: '5P' })).toMatchInlineSnapshot(`
      "
        「DRG 2.0」用到 1 个参数，其中 1 个是示例或转述，0 个在屏幕上改过；回车改一
        个参数。

       参数（示例） · DRG 2.0                                                     1/1
       ▸参数                    值   单位   起用  来源    › 标记
      ▌ outliers.low.threshold  0.3  ratio        示例来源  示例













      "
    `);
  });
});

describe('in English and ASCII at 80 x 24', () => {
  it('overview', () => {
    expect(body({ language: 'en', ascii: true })).toMatchInlineSnapshot(`
      "
        "DRG 2.0" against "按项目": hospital margin -3.01 x10k CNY (-20.1% of cost,
        at charges); the largest loss is 消化内科, -2.00 x10k CNY.

        Discharges             8  Cost          14.94 x10k  Margin        -3.01 x10k
        Cost/stay      18,676.31  Fund           9.02 x10k  Patient        2.91 x10k
        CMI               1.6366  Days/stay            5.5  Grouped            87.5%
        High               14.3%  Low                14.3%  Unpriced           12.5%
        Cost idx               -  Time idx               -  QY/0000     0.0% / 12.5%

       Margin by department (x10k CNY) (illustrative) - DRG 2.0                   1/3
       >Department          Stays        Cost      Margin     Share  loss | gain
      > 消化内科                2        4.15       -2.00    -48.2%  #######|
        骨科                    3        6.63       -1.01    -15.2%     ####|
        心内科                  3        4.16        0.00      0.0%         |
        Total                   8       14.94       -3.01    -20.1%


        By month   2025-01 #_ 2025-02   low Feb -1.90   high Jan -1.11
        Worth a look   rows not loaded 2 - unpriced stays 1 - ...   see 0 Data
      "
    `);
  });
  it('groups', () => {
    expect(body({ keys: '3j', language: 'en', ascii: true })).toMatchInlineSnapshot(`
      "
        Under "DRG 2.0" GD29 胆囊切除手术 loses most, -2.00 x10k CNY, 57.0% of all
        losses of -3.51 x10k CNY; 3 groups lose, 2 gain.

       Groups (x10k CNY) (illustrative) - DRG 2.0                                 2/6
       >DRG    Name                Stays   Weight   Cost/stay    Standard> Grp result
        GD29   胆囊切除手术            1   1.0000   40,000.00   10,000.00       -2.00
      > IC29   髋、肩、膝、肘...       1   3.7362   52,310.00   38,213.85       -1.41
        FM19   经皮冠状动脉支...       1   3.0000   31,000.00   30,000.00       -0.10
        0000   未入组                  1        -    1,500.00           -        0.00
        FR25   心力衰竭                2   0.9600    5,300.25    9,600.50       +0.10
        Total                          8   1.6366   18,676.31                   -3.01
        IC29 髋、肩、膝、肘...  costs: mean 52,310.00 - standard 38,213.85, 1 above
        low 11,464.16, 0 up to it - high 114,641.55, 0 from it on
           |low            |std     |mean                                |high
        1 +|               |       #|#                                   |
          ||               |       #|#                                   |
          ||               |       #|#                                   |
        0 ++--------+------+-+------+-+--------+--------+--------+-------++
        10,000   25,000   40,000   55,000   70,000   85,000   100,000  115,000
      "
    `);
  });
  it('departments', () => {
    expect(body({ keys: '4', language: 'en', ascii: true })).toMatchInlineSnapshot(`
      "
        Under "DRG 2.0" the lowest margin is 消化内科, -2.00 x10k CNY (-48.2%), the
        highest 心内科, 0.00 x10k CNY (0.0%); 2 of 3 departments lose.

       Departments (x10k CNY) (illustrative) - DRG 2.0                            1/3
       >Department         Stays  Margin +/-     Rate      CMI  Cost idx>     Margin
      > 消化内科               2       -2.00   -48.2%   1.0000         -       -2.00
        骨科                   3       -1.01   -15.2%   1.8454         -       -1.01
        心内科                 3        0.00     0.0%   1.6400         -        0.00
        Total                  8       -3.01   -20.1%   1.6366                 -3.01

        CMI x margin rate: 消化内科 low CMI, loss
               ^ rate                                                          CMI >
          0.0% ---------------------------------------------------+o----------------
                                                                  | 心内科    骨科 o
                                                                  |
               low CMI, loss                                      |
        -48.2% @ 消化内科                                         |   high CMI, loss
               1.00                                             1.64            1.85
        Indices are -: the policy states no regional mean to measure by.
      "
    `);
  });
  it('a stay', () => {
    expect(body({ keys: `2${ENTER}`, language: 'en' })).toMatchInlineSnapshot(`
      "
        female 78 years · 骨科 · D001 · 12 days                    source stays.csv:2
        Group IC29 髋、肩、膝、肘和踝关节置换术                Margin −14,096.15 loss
        Weight 3.7362   Standard 38,213.85   Cost 52,310.00   Ratio 1.3689   normal

        How it was grouped  chs-drg-2.0
        I         肌肉、骨骼疾病及功能障碍 ✓ entered
                  ✓ holds  principal diagnosis in list D1 of I  the stay has S72.000
                  股骨颈骨折
        IC2       ADRG 髋、肩、膝、肘和踝关节置换术
                  ✓ holds  main procedure in list P1 of IC2  the stay has 81.5100 全髋
                  关节置换
        Compl.    I50.900 心力衰竭 major complication (MCC) ✓ decides the severity
                  S70.800x011 髋部损伤 major complication (MCC) ✗ cancelled by the
                  principal diagnosis (exclusion group 194)
        IC29      髋、肩、膝、肘和踝关节置换术 ✓ holds

        Near      IC1 髋、膝关节翻修术
                  ✗ fails  main procedure in list P1 of IC1  the stay has 81.5100 全髋
                  关节置换
      "
    `);
  });
});

describe('larger screens', () => {
  it('总览 at 120 x 40 sets the months beside the departments', () => {
    expect(body({ size: '120x40' })).toMatchInlineSnapshot(`
      "
        改为「DRG 2.0」，比「按项目」全院差额 −3.01 万元（占医疗费总额 −20.1%，按收费口径）；减少最多的是消化内科 −2.00 万
        元。

        出院人次               8  医疗费总额      14.94 万  差额            −3.01 万  次均费用       18,676.31
        基金支付         9.02 万  个人负担         2.91 万  CMI               1.6366  平均住院日           5.5
        入组率             87.5%  高倍率             14.3%  低倍率             14.3%  未定价             12.5%
        费用指数               –  时间指数               –  QY/0000     0.0% / 12.5%

       科室差额（万元）（示例） · DRG 2.0                                         1/3   月度差额（万元）
       ▸科室                 病例      总费用        差额    占费用  亏 ← 差额 → 盈      0.00 ┼█████████████ █████████████
      ▌ 消化内科                2        4.15       −2.00    −48.2%  ███████│                 │█████████████ █████████████
        骨科                    3        6.63       −1.01    −15.2%     ████│           −0.50 ┤█████████████ █████████████
        心内科                  3        4.16        0.00      0.0%         │                 │█████████████ █████████████
        合计                    8       14.94       −3.01    −20.1%                           │█████████████ █████████████
                                                                                        −1.00 ┤█████████████ █████████████
                                                                                              │              █████████████
                                                                                        −1.50 ┤              █████████████
                                                                                              │              █████████████
                                                                                              │              █████████████
                                                                                                      1             2














        需要看一眼   2 行未载入 · 1 例未定价 · 缺主要诊断 2 · 住院日与日期不符 1   见 0 数据
      "
    `);
  });
  it('情景 at 120 x 40 has the way from the baseline below the table', () => {
    expect(body({ size: '120x40', keys: '5' })).toMatchInlineSnapshot(`
      "
        改为「DRG 2.0」，比「按项目」全院差额 −3.01 万元（占医疗费总额 −20.1%，按收费口径）；0 个科室增加，2 个减少；病人负
        担不变。

                                       按项目                 DRG 1.1               DRG 2.0 ◀                   差（◀ − 基线）
        出院人次                            8                       8                       8
        医疗费总额                      14.94                   14.94                   14.94                     0.00    0.0%
        支付额                          14.94                   13.39                   11.93                    −3.01  −20.1%
        病组盈亏                         0.00                   −1.55                   −3.01                    −3.01  −20.1%
        基金支付                        12.03                   10.48                    9.02                    −3.01  −25.0%
        个人负担                         2.91                    2.91                    2.91                     0.00    0.0%
        其他支付                         0.00                    0.00                    0.00                     0.00       –
        差额                             0.00                   −1.55                   −3.01                    −3.01  −20.1%
        CMI                                 –                  1.4286                  1.6366
        高倍率                              –                   14.3%                   14.3%
        低倍率                              –                   14.3%                   14.3%
        未定价                              0                       1                       1
        说明  费率与系数为示例，不是当地现行标准
        说明  费率按总量不变重定：10,228.00 → 9,871.35

       按科室 · 万元（示例） · DRG 2.0                                                                                    1/3
       ▸科室                 病例      总费用       基金差       个人差     差额之差    占费用      CMI  差额 按项目›
      ▌ 骨科                    3        6.63        −1.01         0.00        −1.01    −15.2%   1.8454         0.00
        心内科                  3        4.16         0.00         0.00         0.00      0.0%   1.6400         0.00
        消化内科                2        4.15        −2.00         0.00        −2.00    −48.2%   1.0000         0.00
        合计                    8       14.94        −3.01         0.00        −3.01    −20.1%   1.6366         0.00


        差额从「按项目」到「DRG 2.0」，按科室（万元）
        按项目                                                                                                          0.00
        消化内科                                   ██████████████████████████████████████████████████████████████████  −2.00
        骨科      █████████████████████████████████▎                                                                   −1.01
        DRG 2.0   ███████████████████████████████████████████████████████████████████████████████████████████████████  −3.01



      "
    `);
  });
  it('病组 at 200 x 60 has the costs beside the table', () => {
    expect(body({ size: '200x60', keys: '3j' })).toMatchInlineSnapshot(`
      "
        「DRG 2.0」下亏得最多的病组是 GD29 胆囊切除手术，−2.00 万元，占全部亏损 −3.51 万元的 57.0%；3 个病组亏损，2 个盈余。

       病组（万元）（示例） · DRG 2.0                                                                                     2/6 IC29 髋、肩、膝、肘和踝关节置换术
       ▸病组   名称                   病例     权重    次均费用    支付标准  高倍率  低倍率    未定价  平均住院日›   病组盈亏 费用：次均 52,310.00 · 标准 38,213.85，1 例超过
        GD29   胆囊切除手术              1   1.0000   40,000.00   10,000.00       1       0         0         3.0       −2.00低线 11,464.16 以下 0 例 · 高线 114,641.55 以上 0 例
      ▌ IC29   髋、肩、膝、肘和踝…       1   3.7362   52,310.00   38,213.85       0       0         0        12.0       −1.41   ┊低             ┊标准    ┊均                                  ┊高
        FM19   经皮冠状动脉支架植…       1   3.0000   31,000.00   30,000.00       0       0         0         7.0       −0.101 ┤┊               ┊       █┊█                                   ┊
        0000   未入组                    1        –    1,500.00           –       0       0         1         2.0        0.00  │┊               ┊       █┊█                                   ┊
        FR25   心力衰竭                  2   0.9600    5,300.25    9,600.50       0       1         0         5.0       +0.10  │┊               ┊       █┊█                                   ┊
        IR29   四肢骨折                  2   0.9000    7,000.00    9,000.00       0       0         0         5.0       +0.40  │┊               ┊       █┊█                                   ┊
        合计                             8   1.6366   18,676.31                   1       1         1         5.5       −3.01  │┊               ┊       █┊█                                   ┊
                                                                                                            │┊               ┊       █┊█                                   ┊
                                                                                                            │┊               ┊       █┊█                                   ┊
                                                                                                            │┊               ┊       █┊█                                   ┊
                                                                                                            │┊               ┊       █┊█                                   ┊
                                                                                                            │┊               ┊       █┊█                                   ┊
                                                                                                            │┊               ┊       █┊█                                   ┊
                                                                                                            │┊               ┊       █┊█                                   ┊
                                                                                                            │┊               ┊       █┊█                                   ┊
                                                                                                            │┊               ┊       █┊█                                   ┊
                                                                                                          0 └┴────────┬──────┴─┬──────┴─┬────────┬────────┬────────┬───────┴┬
                                                                                                          10,000   25,000   40,000   55,000   70,000   85,000   100,000  115,000
































        表中是四舍五入到百元的万元，逐行相加与合计可差尾数；合计按分累计。
      "
    `);
  });
  it('科室 at 200 x 60 has the quadrants beside the table', () => {
    expect(body({ size: '200x60', keys: '4' })).toMatchInlineSnapshot(`
      "
        「DRG 2.0」下差额最低的科室是消化内科 −2.00 万元（−48.2%），最高的是心内科 0.00 万元（0.0%）；3 个科室中 2 个亏损。

       科室（万元）（示例） · DRG 2.0                                                                                     1/3 CMI × 差额率：消化内科 CMI 低、亏
       ▸科室                病例    差额之差   差额率      CMI  费用指数  时间指数    次均费用  平均住院日›       差额        ↑ 差额率                                                          CMI →
      ▌ 消化内科               2       −2.00   −48.2%   1.0000         –         –   20,750.00         2.5       −2.00       CMI 低、盈                                           │       CMI 高、盈
        骨科                   3       −1.01   −15.2%   1.8454         –         –   22,103.33         7.3       −1.01  0.0% ─────────────────────────────────────────────────────┼•────────────────
        心内科                 3        0.00     0.0%   1.6400         –         –   13,866.83         5.7        0.00                                                            │ 心内科
        合计                   8       −3.01   −20.1%   1.6366                       18,676.31         5.5       −3.01                                                            │
                                                                                                                                                                      │
                                                                                                                                                                      │           骨科 •
                                                                                                                                                                      │
                                                                                                                                                                      │
                                                                                                                                                                      │
                                                                                                                                                                      │
                                                                                                                                                                      │
                                                                                                                                                                      │
                                                                                                                                                                      │
                                                                                                                                                                      │
                                                                                                                                                                      │
                                                                                                          −48.2% ◆ 消化内科                                           │
                                                                                                                 CMI 低、亏                                           │       CMI 高、亏
                                                                                                                 1.00                                               1.64            1.85































        消耗指数为 –：支付政策没有区域均值，不能同自己比。
        表中是四舍五入到百元的万元，逐行相加与合计可差尾数；合计按分累计。
      "
    `);
  });
  it('a stay at 160 x 50 has both questions side by side', () => {
    expect(body({ size: '160x50', keys: `2${ENTER}` })).toMatchInlineSnapshot(`
      "
        女 78 岁 · 骨科 · D001 · 12 天                                                                                                               来源 stays.csv:2
        入组 IC29 髋、肩、膝、肘和踝关节置换术   权重 3.7362   支付标准 38,213.85   实际 52,310.00   倍率 1.3689   正常   差额 −14,096.15 亏

        怎样入组  chs-drg-2.0                                                           怎样付费（示例） · DRG 2.0  wuhan
        I         肌肉、骨骼疾病及功能障碍 ✓ 进入                                         支付标准         10228 × 3.7362                                    38,213.85
                  ✓ 符合  主要诊断在 I 的 D1 表中  病例中：S72.000 股骨颈骨折               data/policies/wuhan.yaml:31
        IC2       核心组 髋、肩、膝、肘和踝关节置换术                                   = 支付额                                                           38,213.85
                  ✓ 符合  主要手术操作在 IC2 的 P1 表中  病例中：81.5100 全髋关节置换     支付额                                                             38,213.85
        合并症    I50.900 心力衰竭 严重合并症（MCC） ✓ 决定严重程度                       减个人负担                                                        −10,000.00
                  S70.800x011 髋部损伤 严重合并症（MCC） ✗ 被主要诊断排除（排除表       = 基金支付                                                         28,213.85
                  194）                                                                 个人负担                                                           10,000.00
        IC29      髋、肩、膝、肘和踝关节置换术 ✓ 符合                                   其他支付                                                                0.00
                                                                                        实际                                                               52,310.00
        差一点    IC1 髋、膝关节翻修术                                                  差额                                                       亏     −14,096.15
                  ✗ 不符合  主要手术操作在 IC1 的 P1 表中  病例中：81.5100 全髋关节置
                  换                                                                    各情景
                                                                                        按项目                           按项目              52,310.00          0.00
                                                                                        DRG 1.1                          IC29 正常           47,310.00     −5,000.00
                                                                                        DRG 2.0                          IC29 正常           38,213.85    −14,096.15


























      "
    `);
  });
});

describe('the answer and the totals', () => {
  const sizes = ['60x16', '80x24', '120x40', '200x60'];
  const joined = (text: string) => text.replace(/\s/g, '');
  const answers = [
    ['', '改为「DRG 2.0」，比「按项目」全院差额 −3.01 万元（占医疗费总额 −20.1%，按收费口径）；减少最多的是消化内科 −2.00 万元。'],
    ['2', '8 例，总费用 14.94 万元，差额 −3.01 万元（−20.1%）；4 例亏损，占 50.0%。'],
    ['3', '「DRG 2.0」下亏得最多的病组是 GD29 胆囊切除手术，−2.00 万元，占全部亏损 −3.51 万元的 57.0%；3 个病组亏损，2 个盈余。'],
    ['4', '「DRG 2.0」下差额最低的科室是消化内科 −2.00 万元（−48.2%），最高的是心内科 0.00 万元（0.0%）；3 个科室中 2 个亏损。'],
    ['5', '改为「DRG 2.0」，比「按项目」全院差额 −3.01 万元（占医疗费总额 −20.1%，按收费口径）；0 个科室增加，2 个减少；病人负担不变。'],
  ] as const;
  const answersInEnglish = [
    [
      '',
      '"DRG 2.0" against "按项目": hospital margin −3.01 x10k CNY (−20.1% of cost, at charges); the largest loss is 消化内科, −2.00 x10k CNY.',
    ],
    ['2', '8 stays, cost 14.94 x10k CNY, margin −3.01 x10k CNY (−20.1%); 4 at a loss, 50.0%.'],
    ['3', 'Under "DRG 2.0" GD29 胆囊切除手术 loses most, −2.00 x10k CNY, 57.0% of all losses of −3.51 x10k CNY; 3 groups lose, 2 gain.'],
    [
      '4',
      'Under "DRG 2.0" the lowest margin is 消化内科, −2.00 x10k CNY (−48.2%), the highest 心内科, 0.00 x10k CNY (0.0%); 2 of 3 departments lose.',
    ],
    [
      '5',
      '"DRG 2.0" against "按项目": hospital margin −3.01 x10k CNY (−20.1% of cost, at charges); 0 departments gain, 2 lose; patient burden unchanged.',
    ],
  ] as const;

  // losses of groups: 14,096.15 + 1,000.00 + 20,000.00 = 35,096.15, of which 20,000.00 are 56.99 %
  it.each(sizes)('stand whole in the first lines of %s', size => {
    const first = (language: 'zh' | 'en') => (keys: string) => joined(bodyOf({ size, keys, language }).join(''));
    const begin = (language: 'zh' | 'en', told: readonly (readonly [string, string])[]) =>
      told.filter(([keys, text]) => !first(language)(keys).startsWith(joined(text)));
    expect([begin('zh', answers), begin('en', answersInEnglish)]).toEqual([[], []]);
  });

  it.each(sizes)('are those of the run in %s: eight stays, −30,096.15', size => {
    const totals = (keys: string, label: string, language: 'zh' | 'en') =>
      bodyOf({ size, keys, language })
        .find(line => line.trim().startsWith(label))
        ?.trim() ?? '';
    // 病组 and 科室 end with the result and the margin; the stays are in yuan
    for (const keys of ['3', '4']) {
      expect(totals(keys, '合计', 'zh')).toMatch(/^合计 +8 .*−3\.01( |$)/);
      expect(totals(keys, 'Total', 'en')).toMatch(/^Total +8 .*−3\.01( |$)/);
    }
    expect(totals('2', '合计', 'zh')).toMatch(/−30,096\.15$/);
    expect(totals('', '合计', 'zh')).toMatch(/^合计 +8 +14\.94 +−3\.01( |$)/);
    expect(totals('5', '合计', 'zh')).toMatch(/^合计 +8 +14\.94 +−3\.01( |$)/);
  });
});

describe('every frame', () => {
  const long = `2/${'长'.repeat(90)}`;
  const places = [
    '',
    ENTER,
    '2llllllllllllll',
    `2${ENTER}`,
    `2]${ENTER}G`,
    '3jj',
    '3]',
    `3${ENTER}`,
    '4jlllllll',
    '4]',
    `4${ENTER}`,
    `4${ENTER}d`,
    '5',
    '5dd',
    '5]',
    '5P',
    '?',
    '2/骨科',
    long,
  ];
  const sizes = ['60x16', '79x23', '80x24', '100x30', '120x40', '149x33', '200x60'];
  const drawings = sizes.flatMap(size =>
    places.flatMap(keys => [
      { size, keys },
      { size, keys, ascii: true },
      { size, keys, language: 'en' as const, ascii: true },
      { size, keys, language: 'en' as const },
    ]),
  );
  const frames = drawings.map(drawing => ({ drawing, lines: frameOf(open(drawing)) }));
  const sizeOf = (size: string) => size.split('x').map(Number) as [number, number];

  it('fits: no line wider than the terminal, and exactly one line less than it has', () => {
    const wrong = frames.filter(({ drawing, lines }) => {
      const [columns, rows] = sizeOf(drawing.size);
      return lines.some(line => stringWidth(line) > columns) || lines.length !== rows - 1;
    });
    expect(wrong).toEqual([]);
  });

  it('uses nothing but ASCII and Chinese with --ascii', () => {
    const drawn = frames.filter(({ drawing }) => drawing.ascii).flatMap(({ lines }) => lines);
    expect(new Set(drawn.join('').match(/[^\u0020-\u007e\u2e80-\uffef]/gu))).toEqual(new Set());
  });

  it('leaves no placeholder unfilled and no missing value unnamed', () => {
    const drawn = frames.flatMap(({ lines }) => lines).join('\n');
    expect(drawn.match(/\{\w+\}|undefined|NaN|null|Infinity/g)).toBeNull();
  });

  it('keeps three rows in sight whatever stands around them', () => {
    const tables = frames.filter(({ drawing: { keys } }) => ['3jj', '4]', '5', ''].includes(keys));
    const rows = (lines: readonly string[]) => lines.filter(line => /^[▌> ] (GD29|IC29|FM19|骨科|心内科|消化内科) /.test(line)).length;
    expect(tables.filter(({ lines }) => rows(lines) < 3)).toEqual([]);
  });

  it.each(['59x16', '60x15', '20x3'])('is a single line in %s', size => {
    const [columns] = sizeOf(size);
    const lines = frameOf(open({ size }));
    expect([lines.filter(line => line !== '').length, lines.some(line => stringWidth(line) > columns)]).toEqual([1, false]);
  });
});

it('shows one line when the terminal is too small, and keeps the state', () => {
  const store = open({ size: '52x14', keys: '2jj' });
  expect(frameOf(store).filter(line => line !== '')).toEqual(['               需要 60×16，现在 52×14']);
  store.getState().resize({ columns: 80, rows: 24 });
  expect(frameOf(store)).toContain('▌ S0000003  男      33  骨科        D002       4   4,200.00  IR29     +4,800.00');
});

it('does not move the table when rows are filtered, though the answer is shorter', () => {
  // two lines of an answer for eight stays, one when nothing matches
  const header = (keys: string) => bodyOf({ size: '60x16', keys }).findIndex(line => line.includes('病例号'));
  expect([header('2'), header(`2/没有${ENTER}`), header(`2/没有`)]).toEqual([3, 3, 3]);
});

it('follows the cursor with the costs of the group under it', () => {
  const named = ['3', '3j', '3jj', '3jjk'].map(keys =>
    frame({ keys })
      .match(/(\w+) [^\n]* {2}费用：次均 ([\d,.]+)/)
      ?.slice(1),
  );
  expect(named).toEqual([
    ['GD29', '40,000.00'],
    ['IC29', '52,310.00'],
    ['FM19', '31,000.00'],
    ['IC29', '52,310.00'],
  ]);
});
