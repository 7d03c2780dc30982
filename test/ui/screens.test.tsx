import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { frame, frameOf, open } from './frame.tsx';

const ENTER = '\r';

describe('whole frames of 80 x 24', () => {
  it('总览 answers first, then the figures, the departments by loss, the months and what needs a look', () => {
    expect(frame({})).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） › 总览                       1总览 2病例 5情景  ?帮助
      ────────────────────────────────────────────────────────────────────────────────
        改为「DRG 2.0」，比「按项目」全院差额 −3.01 万元（占医疗费总额 −20.1%，按收
        费口径）；减少最多的是消化内科 −2.00 万元。

        出院人次               8  医疗费总额      14.94 万  差额            −3.01 万
        次均费用       18,676.31  基金支付         9.02 万  个人负担         2.91 万
        CMI               1.6366  平均住院日           5.5  入组率             87.5%
        高倍率             14.3%  低倍率             14.3%  未定价             12.5%

       科室差额（万元）（示例） · DRG 2.0                                         1/3
       ▸科室                 病例      总费用        差额    占费用  亏 ← 差额 → 盈
      ▌ 消化内科                2        4.15       −2.00    −48.2%  ███████│
        骨科                    3        6.63       −1.01    −15.2%     ████│
        心内科                  3        4.16        0.00      0.0%         │




        月度差额   2025-01 █▁ 2025-02   最低 2月 −1.90   最高 1月 −1.11
        需要看一眼   2 行未载入 · 1 例未定价 · 缺主要诊断 2 · 住院日与日期不符 1
      ────────────────────────────────────────────────────────────────────────────────
        ↵ 打开科室  Esc 返回  / 筛选  s 排序  p 换情景  ? 帮助  q 退出
      "
    `);
  });
  it('病例 lists every stay with the margin of the scenario looked at', () => {
    expect(frame({ keys: '2' })).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） › 病例                       1总览 2病例 5情景  ?帮助
      ────────────────────────────────────────────────────────────────────────────────
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









      ────────────────────────────────────────────────────────────────────────────────
        ↵ 为什么  Esc 返回  / 筛选  s 排序  p 换情景  ? 帮助  q 退出
      "
    `);
  });
  it('scrolls to the columns at the right and keeps the stay id', () => {
    expect(frame({ keys: '2lllllllllllll' })).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） › 病例                       1总览 2病例 5情景  ?帮助
      ────────────────────────────────────────────────────────────────────────────────
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









      ────────────────────────────────────────────────────────────────────────────────
        ↵ 为什么  Esc 返回  / 筛选  s 排序  p 换情景  ? 帮助  q 退出
      "
    `);
  });
  it('shows the filter with its count, and the sorted column', () => {
    expect(frame({ keys: `2/心${ENTER}llllllsj` })).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） › 病例                       1总览 2病例 5情景  ?帮助
      ────────────────────────────────────────────────────────────────────────────────
       8 例（示例） · DRG 2.0   筛选 心 → 3 例（Esc 清除）                        2/3
        病例号    性别  年龄  科室        医生    天数    ▸总费用▼ 病组 ›        差额
        S0000004  男      66  心内科      D003       7  31,000.00  FM19     −1,000.00
      ▌ S0000005  女      71  心内科      D003       9   8,600.50  FR25     +1,000.00
        S0000006  女      59  心内科      D004       1   2,000.00  FR25          0.00














      ────────────────────────────────────────────────────────────────────────────────
        ↵ 为什么  Esc 返回  / 筛选  s 排序  p 换情景  ? 帮助  q 退出
      "
    `);
  });
  it('types a filter in the last line', () => {
    expect(frame({ keys: '2/!骨' })).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） › 病例                       1总览 2病例 5情景  ?帮助
      ────────────────────────────────────────────────────────────────────────────────
       8 例（示例） · DRG 2.0   筛选 !骨 → 5 例（Esc 清除）                       1/5
       ▸病例号    性别  年龄  科室        医生    天数     总费用  病组 ›        差额
      ▌ S0000004  男      66  心内科      D003       7  31,000.00  FM19     −1,000.00
        S0000005  女      71  心内科      D003       9   8,600.50  FR25     +1,000.00
        S0000006  女      59  心内科      D004       1   2,000.00  FR25          0.00
        S0000007  男      52  消化内科    D005       3  40,000.00  GD29    −20,000.00
        S0000008  女     3天  消化内科    D005       2   1,500.00  0000          0.00












      ────────────────────────────────────────────────────────────────────────────────
       筛选/!骨
      "
    `);
  });
  it('says so when nothing matches', () => {
    expect(frame({ keys: `2/没有${ENTER}` })).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） › 病例                       1总览 2病例 5情景  ?帮助
      ────────────────────────────────────────────────────────────────────────────────
       8 例（示例） · DRG 2.0   筛选 没有 → 0 例（Esc 清除）                      0/0
       ▸病例号    性别  年龄  科室        医生    天数     总费用  病组 ›        差额
        没有符合的行；Esc 清除筛选
















      ────────────────────────────────────────────────────────────────────────────────
        ↵ 为什么  Esc 返回  / 筛选  s 排序  p 换情景  ? 帮助  q 退出
      "
    `);
  });
  it('explains one stay: conditions beside facts, cancelled complications, near misses', () => {
    expect(frame({ keys: `2${ENTER}` })).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） › 病例 › S0000001            1总览 2病例 5情景  ?帮助
      ────────────────────────────────────────────────────────────────────────────────
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
      ────────────────────────────────────────────────────────────────────────────────
        Esc 返回  ↓ 下一份  ↑ 上一份  p 换情景  ? 帮助  q 退出   第 1–19 行，共 34 行
      "
    `);
  });
  it('explains how it is paid, further down: lines that sum, and the other scenarios', () => {
    expect(frame({ keys: `2${ENTER}G` })).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） › 病例 › S0000001            1总览 2病例 5情景  ?帮助
      ────────────────────────────────────────────────────────────────────────────────
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
      ────────────────────────────────────────────────────────────────────────────────
        Esc 返回  ↓ 下一份  ↑ 上一份  p 换情景  ? 帮助  q 退出  第 16–34 行，共 34 行
      "
    `);
  });
  it('explains a stay that is not grouped by the scenario looked at', () => {
    expect(frame({ keys: `2]${ENTER}` })).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） › 病例 › S0000001            1总览 2病例 5情景  ?帮助
      ────────────────────────────────────────────────────────────────────────────────
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
      ────────────────────────────────────────────────────────────────────────────────
        Esc 返回  ↓ 下一份  ↑ 上一份  p 换情景  ? 帮助  q 退出   第 1–19 行，共 22 行
      "
    `);
  });
  it('情景 sets the scenarios side by side, with the change from the baseline', () => {
    expect(frame({ keys: '5' })).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） › 情景                       1总览 2病例 5情景  ?帮助
      ────────────────────────────────────────────────────────────────────────────────
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

      ────────────────────────────────────────────────────────────────────────────────
        ↵ 病例  Esc 返回  / 筛选  s 排序  p 换情景  d 换维度  ? 帮助  q 退出
      "
    `);
  });
  it('情景 by group', () => {
    expect(frame({ keys: '5d' })).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） › 情景                       1总览 2病例 5情景  ?帮助
      ────────────────────────────────────────────────────────────────────────────────
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
        FR25 心力衰竭                         2        1.06        +0.10         0.00
      ────────────────────────────────────────────────────────────────────────────────
        ↵ 病例  Esc 返回  / 筛选  s 排序  p 换情景  d 换维度  ? 帮助  q 退出
      "
    `);
  });
  it('opens the stays of a department from 总览', () => {
    expect(frame({ keys: ENTER })).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） › 总览 › 消化内科            1总览 2病例 5情景  ?帮助
      ────────────────────────────────────────────────────────────────────────────────
       2 例（示例） · DRG 2.0                                                     1/2
       ▸病例号    性别  年龄  科室        医生    天数     总费用  病组 ›        差额
      ▌ S0000007  男      52  消化内科    D005       3  40,000.00  GD29    −20,000.00
        S0000008  女     3天  消化内科    D005       2   1,500.00  0000          0.00















      ────────────────────────────────────────────────────────────────────────────────
        ↵ 为什么  Esc 返回  / 筛选  s 排序  p 换情景  ? 帮助  q 退出
      "
    `);
  });
  it('prints the help from the key map', () => {
    expect(frame({ keys: '2?' })).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） › 病例 › 帮助                1总览 2病例 5情景  ?帮助
      ────────────────────────────────────────────────────────────────────────────────
        ↵             打开这份病例：为什么     p ]           换下一个情景
        Esc           清除筛选，或返回上一级   [             换上一个情景
        ↓ j           下一行                   1             总览
        ↑ k           上一行                   2             病例
        → l           右一列                   5             情景
        ← h           左一列                   Tab           下一个画面
        ^D            下半页                   L             换成英文
        ^U            上半页                   ?             帮助
        PgDn ^F Space 下一页                   / ↵           保留筛选
        PgUp ^B       上一页                   / Esc         取消，恢复原来的筛选
        g Home        到开头                   / Backspace   删去一个字
        G End         到末尾                   / ^U          全部删去
        /             筛选；! 开头则取反       q             退出
        s             按本列排序，再按换方向   ^C            立即退出





      ────────────────────────────────────────────────────────────────────────────────
        Esc 关闭帮助
      "
    `);
  });
  it('speaks English in ASCII', () => {
    expect(frame({ language: 'en', ascii: true })).toMatchInlineSnapshot(`
      "
       casemix 示范医院 (synthetic) > Overview     1Overview 2Stays 5Scenarios  ?Help
      --------------------------------------------------------------------------------
        "DRG 2.0" against "按项目": hospital margin -3.01 x10k CNY (-20.1% of cost,
        at charges); the largest loss is 消化内科, -2.00 x10k CNY.

        Discharges             8  Cost          14.94 x10k  Margin        -3.01 x10k
        Cost/stay      18,676.31  Fund           9.02 x10k  Patient        2.91 x10k
        CMI               1.6366  Days/stay            5.5  Grouped            87.5%
        High               14.3%  Low                14.3%  Unpriced           12.5%

       Margin by department (x10k CNY) (illustrative) - DRG 2.0                   1/3
       >Department          Stays        Cost      Margin     Share  loss | gain
      > 消化内科                2        4.15       -2.00    -48.2%  #######|
        骨科                    3        6.63       -1.01    -15.2%     ####|
        心内科                  3        4.16        0.00      0.0%         |




        By month   2025-01 #_ 2025-02   low Feb -1.90   high Jan -1.11
        Worth a look   rows not loaded 2 - unpriced stays 1 - no principal diagnosi...
      --------------------------------------------------------------------------------
        Enter open  Esc back  / filter  s sort  p scenario  ? help  q quit
      "
    `);
  });
  it('explains a stay in English', () => {
    expect(frame({ keys: `2${ENTER}`, language: 'en' })).toMatchInlineSnapshot(`
      "
       casemix 示范医院 (synth… › Stays › S0000001 1Overview 2Stays 5Scenarios  ?Help
      ────────────────────────────────────────────────────────────────────────────────
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
      ────────────────────────────────────────────────────────────────────────────────
        Esc back  ↓ next  ↑ previous  p scenario  ? help  q quit     lines 1–19 of 36
      "
    `);
  });
  it('shows the frame with a progress line while loading', () => {
    expect(frame({ desk: undefined, progress: '读取 412,000 行', size: '60x16' })).toMatchInlineSnapshot(`
      "
       casemix › 总览                    1总览 2病例 5情景  ?帮助
      ────────────────────────────────────────────────────────────
        读取 412,000 行










      ────────────────────────────────────────────────────────────
        q 退出  Esc 取消
      "
    `);
  });
  it('shows one line when the terminal is too small, and keeps the state', () => {
    expect(frame({ size: '52x14' })).toMatchInlineSnapshot(`
      "






                     需要 60×16，现在 52×14






      "
    `);
    const store = open({ size: '52x14', keys: '2jj' });
    store.getState().resize({ columns: 80, rows: 24 });
    expect(frameOf(store)[6]).toBe('▌ S0000003  男      33  骨科        D002       4   4,200.00  IR29     +4,800.00');
  });
});

describe('whole frames of 160 x 50', () => {
  it('总览 sets the months beside the departments', () => {
    expect(frame({ size: '160x50' })).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） › 总览                                                                                                       1总览 2病例 5情景  ?帮助
      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        改为「DRG 2.0」，比「按项目」全院差额 −3.01 万元（占医疗费总额 −20.1%，按收费口径）；减少最多的是消化内科 −2.00 万元。

        出院人次               8  医疗费总额      14.94 万  差额            −3.01 万  次均费用       18,676.31  基金支付         9.02 万  个人负担         2.91 万
        CMI               1.6366  平均住院日           5.5  入组率             87.5%  高倍率             14.3%  低倍率             14.3%  未定价             12.5%

       科室差额（万元）（示例） · DRG 2.0                                                                         1/3   月度差额（万元）
       ▸科室                 病例      总费用        差额    占费用  亏 ← 差额 → 盈
      ▌ 消化内科                2        4.15       −2.00    −48.2%  ███████████████████████│                          2025-01       −1.11       ███████│
        骨科                    3        6.63       −1.01    −15.2%             ████████████│                          2025-02       −1.90  ████████████│
        心内科                  3        4.16        0.00      0.0%                         │


































        需要看一眼   2 行未载入 · 1 例未定价 · 缺主要诊断 2 · 住院日与日期不符 1
      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        ↵ 打开科室  Esc 返回  / 筛选  s 排序  p 换情景  ? 帮助  q 退出
      "
    `);
  });
  it('a stay has both questions side by side', () => {
    expect(frame({ size: '160x50', keys: `2${ENTER}` })).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） › 病例 › S0000001                                                                                            1总览 2病例 5情景  ?帮助
      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
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


























      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        Esc 返回  ↓ 下一份  ↑ 上一份  p 换情景  ? 帮助  q 退出
      "
    `);
  });
});

describe('every frame', () => {
  const long = `2/${'长'.repeat(90)}`;
  const places = ['', ENTER, '2llllllllllllll', `2${ENTER}`, `2]${ENTER}G`, '5', '5dd', '5]', '?', '2/骨科', long];
  const sizes = ['60x16', '79x23', '80x24', '117x25', '160x50'];
  const drawings = sizes.flatMap(size =>
    places.flatMap(keys => [
      { size, keys },
      { size, keys, language: 'en' as const, ascii: true },
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

  it('has its rules in the second and the last but one line, over the whole width', () => {
    const rules = frames.map(({ lines }) => [lines[1], lines.at(-2)]);
    const wanted = drawings.map(({ size, ascii }) => Array<string>(2).fill((ascii ? '-' : '─').repeat(sizeOf(size)[0])));
    expect(rules).toEqual(wanted);
  });

  it('uses nothing but ASCII and Chinese with --ascii', () => {
    const drawn = frames.filter(({ drawing }) => drawing.ascii).flatMap(({ lines }) => lines);
    expect(new Set(drawn.join('').match(/[^\u0020-\u007e\u2e80-\uffef]/gu))).toEqual(new Set());
  });

  it('leaves no placeholder unfilled and no missing value unnamed', () => {
    const drawn = frames.flatMap(({ lines }) => lines).join('\n');
    expect(drawn.match(/\{\w+\}|undefined|NaN|null/g)).toBeNull();
  });

  it.each(['59x16', '60x15', '20x3'])('is a single line in %s', size => {
    const [columns] = sizeOf(size);
    const lines = frameOf(open({ size }));
    expect([lines.filter(line => line !== '').length, lines.some(line => stringWidth(line) > columns)]).toEqual([1, false]);
  });
});
