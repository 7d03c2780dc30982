import { describe, expect, it } from 'vitest';
import { frame, frameOf, open, type } from './frame.tsx';

const ENTER = '\r';

describe('the shell around a screen, whole frames of 80 x 24', () => {
  it('the command line with its suggestions over the body', () => {
    expect(frame({ keys: '4:px' })).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） DRG 2.0（示例） 1总览 2病例 3病组[4科室]5情景 0数据 ?
      ────────────────────────────────────────────────────────────────────────────────
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
      ────────────────────────────────────────────────────────────────────────────────
      ▌ sort                      排序                列名，- 从大到小，逗号分隔几列
      ── ↵ 执行 · Tab 补全 · ↓ 选择 · Esc 关闭 ───────────────────────────────────────
       :px
      "
    `);
  });

  it('a command that cannot be run stays, with the reason above it', async () => {
    const store = open({ keys: `4:sort nothing${ENTER}` });
    await new Promise(resolve => setImmediate(resolve));
    expect(`\n${frameOf(store).slice(-5).join('\n')}\n`).toMatchInlineSnapshot(`
      "
      ────────────────────────────────────────────────────────────────────────────────
         ! sort 不能用“nothing”；列：label、stays、change、rate、cmi、cost-index、
         time-index、mean-cost、mean-days、groups、weight、high、low、cost、margin
      ── ↵ 执行 · Tab 补全 · ↓ 选择 · Esc 关闭 ───────────────────────────────────────
       :sort nothing
      "
    `);
  });

  it('the way in, and work under way behind the screen', () => {
    const store = open({ keys: `${ENTER}${ENTER}` });
    store.getState().send({ text: '读取 412,000 行（41%） · 38 万行/秒 · 还需 2 秒', share: 0.41, cancel: () => {} });
    expect(`\n${frameOf(store).join('\n')}\n`).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） DRG 2.0（示例）[1总览]2病例 3病组 4科室 5情景 0数据 ?
      ── 总览 › 消化内科 › GD29 胆囊切除手术 ─────────────────────────────────────────
        1 例，总费用 4.00 万元，差额 −2.00 万元（−50.0%）；1 例亏损，占 100.0%。

       1 例（示例） · DRG 2.0                                                     1/1
       ▸病例号    性别  年龄  科室        医生    天数     总费用  病组 ›        差额
      ▌ S0000007  男      52  消化内科    D005       3  40,000.00  GD29    −20,000.00
        合计       平均 52.0                  平均 3.0  40,000.00          −20,000.00













      ── 读取 412,000 行（41%） · 38 万行/秒 · 还需 2 秒 · Esc 取消 ━━━━━━━───────────
        ↵ 为什么  Esc 返回  / 筛选  s 排序  p 换情景  u 撤销  : 命令  ? 帮助  q 退出
      "
    `);
  });

  it('the help, scrolled to the text field', () => {
    const store = open({ keys: '4?' });
    type(store, ' ');
    expect(`\n${frameOf(store).join('\n')}\n`).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） DRG 2.0（示例） 1总览 2病例 3病组 4科室 5情景 0数据[?]
      ── 科室 › 帮助 ─────────────────────────────────────────────────────────────────
        ↵    打开科室：每个病组变了多少        2    病例
        Esc  清除筛选，或返回上一级            3    病组
        -    回到刚才的画面                    4    科室
        p ]  换下一个情景                      5    情景
        [    换上一个情景                      0    数据
        1    总览                              Tab  下一个画面

       工作台
        u   撤销筛选、排序、改参数             :   命令：中文、英文或拼音首字母
        ^R  重做                               L   换成英文
        e   导出当前视图                       ?   帮助
        y   复制为命令                         q   退出
        c   复制单元格                         ^C  立即退出
        C   复制整个视图

       输入筛选和命令时
        ↵               保留筛选               ^←              左移一词
        Esc             取消，恢复原来的筛选   ^→              右移一词
        ↑ ^P            空时：改上一个筛选     Home ^A         到行首
      ────────────────────────────────────────────────────────────────────────────────
        : 命令  Esc 关闭帮助                                    第 20–38 行，共 99 行
      "
    `);
  });

  it('English', () => {
    const store = open({ keys: '4:', language: 'en' });
    expect(`\n${frameOf(store).join('\n')}\n`).toMatchInlineSnapshot(`
      "
       casemix Sample hospital (synthetic) (illustrative)    1 2 3[4Departments]5 0 ?
      ────────────────────────────────────────────────────────────────────────────────
        Under "DRG 2.0" the lowest margin is 消化内科, −2.00 x10k CNY (−48.2%), the
        highest 心内科, 0.00 x10k CNY (0.0%); 2 of 3 departments lose.

       Departments (x10k CNY) (illustrative) · DRG 2.0                            1/3
       ▸Department         Stays  Margin +/-     Rate      CMI  Cost idx›     Margin
      ▌ 消化内科               2       −2.00   −48.2%   1.0000         –       −2.00
        骨科                   3       −1.01   −15.2%   1.8454         –       −1.01
        心内科                 3        0.00     0.0%   1.6400         –        0.00
        Total                  8       −3.01   −20.1%   1.6366                 −3.01
      ────────────────────────────────────────────────────────────────────────────────
        go overview               Overview
        go stays                  Stays
        go groups                 Groups
        go departments            Departments
        go scenarios              Scenarios
        go data                   Data
        scenario ffs              按项目
        scenario drg11            DRG 1.1
        scenario drg20            DRG 2.0
      ── ↵ run · Tab complete · ↓ choose · Esc close ─────────────────────────────────
       :
      "
    `);
  });
});
