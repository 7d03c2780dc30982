import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readFiles } from '../../src/app/load-stays.ts';
import { loadReport } from '../../src/report/load-report.ts';
import { rejectsCsv } from '../../src/report/rejects-csv.ts';

const installation = { root: '.', snapshots: undefined };
const folder = mkdtempSync(join(tmpdir(), 'casemix-checked-'));

async function loaded(name: string, lines: readonly string[]) {
  const path = join(folder, name);
  const text = `${lines.join('\n')}\n`;
  writeFileSync(path, text);
  const load = await readFiles(installation, [path]);
  return { load, sha: createHash('sha256').update(text).digest('hex').slice(0, 12) };
}

it('an OpenDRG file under a title: a report in Chinese, and its refused rows without a person', async () => {
  const { load, sha } = await loaded('一月.csv', [
    '测试医院结算病例',
    '病案号,性别,年龄,新生儿年龄天,新生儿出生体重,出院科室,医生,住院天数,离院方式,医保类型,总费用,诊断编码,手术操作编码,联系电话',
    'A1,1,60,,,心内科,测试医生,5,1,310,8000.00,I20.000|E11.900|E11.900,,13800138000',
    'A2,1,30,,,产科,测试医生,5,7,310,9000.00,O80.000,,13800138000',
    'A3,2,0,10,299,新生儿科,测试医生,5,1,390,7000.00,P07.300,,13800138000',
    'A4,2,50,,,,测试医生,5,1,390,7000.00,V01.x00,,13800138000',
    'A5,2,50,,,张三,测试医生,5,1,390,7a000.00,I20.000,,13800138000',
    'A6,2,50,,,内科,测试医生,5,1,390,-7000.00,I20.000,,13800138000',
    'A7,2,50,,,内科',
  ]);
  expect(loadReport(load, { language: 'zh' })).toBe(`载入 4 例：1 个文件，读取 7 行 = 载入 4 + 拒收 3。最要紧：金额无效（错误，1 次）。

文件      sha256        格式  内容  编码   布局                     表头行  读取  载入  拒收
────────────────────────────────────────────────────────────────────────────────────────────
一月.csv  ${sha}  文本  病例  utf-8  opendrg-web 100% 未核对       2     7     4     3

提示 9 条，按规则：
级别  类别    规则                           结果  次数  最先出现（行:列=内容）
───────────────────────────────────────────────────────────────────────────────
错误  有效性  金额无效                       拒收     1  7:总费用=7***(1)000.00
错误  有效性  金额为负                       拒收     1  8:总费用=-7000.00
错误  有效性  列数不足                       拒收     1  9=6 / 14
错误  一致性  诊断与性别不符                 提示     1  4:诊断编码=O80.000
错误  有效性  损伤中毒外因（V–Y）作主要诊断  提示     1  6:诊断编码=V01.x00
警告  完整性  缺出院科室                     提示     1  6:出院科室
警告  有效性  离院方式不在 1–5、9            提示     1  4:离院方式=7
警告  一致性  诊断编码重复                   提示     1  3:诊断编码=E11.900
警告  有效性  新生儿体重不合常理             提示     1  5:新生儿出生体重=299

未保留的标识列：联系电话

这些数据能回答的问题：
问题                  能否回答  有数据的病例  缺少
──────────────────────────────────────────────────────────────────────────────────
DRG 分组              部分                 4  手术操作编码
新生儿与年龄分组      能                   4
按项目付费结算        部分                 4  统筹基金支付、个人支付（账户或现金）
DRG 付费结算          不能                    个人支付（账户或现金）
医院差额              不能                    统筹基金支付、个人支付（账户或现金）
基金与个人负担        不能                    统筹基金支付、个人支付（账户或现金）
科室分析              部分                 3  科室
医生分析              能                   4
住院日与时间消耗指数  能                   4
按月趋势              不能                    出院日期
费用结构              不能                    费用分项
再入院                不能                    入院日期、出院日期
费用明细监控          不能                    费用明细
与医保局分组结果比较  不能                    医保局分组
与医保局对账          不能                    统筹基金支付
`);
  const rejects = [...rejectsCsv(load.rejected(), { bom: false, keepIdentifiers: false })].join('').split('\r\n').slice(1);
  expect(rejects).toEqual([
    'A5,2,50,,,***(2),,5,1,390,***(8),I20.000,,,金额无效,amount_invalid,7',
    'A6,2,50,,,内科,,5,1,390,-7000.00,I20.000,,,金额为负,amount_negative,8',
    'A7,2,50,,,***(2),,,,,,,,,列数不足,row_too_short,9',
    '',
  ]);
});

it('a file coded in the 国临版: converted by the map, and said so in English', async () => {
  const cells = (table: string): string[][] =>
    readFileSync(`data/catalogue/codes/${table}.tsv`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map(line => line.split('\t'));
  const insurance = new Set(cells('icd10').map(([code]) => code));
  const ours = cells('map_dx')
    .filter(([from]) => !insurance.has(from) && /^[D-K]\d\d\.\w+$/.test(from!))
    .slice(0, 20);
  const header = 'id,sex,age_years,age_days,weight_g,dept,los_days,discharge_way,dx,px';
  const rows = ours.map(([from], i) => `A${i},1,60,,,03,5,1,${from},`);

  const { load } = await loaded('front.csv', [header, ...rows]);
  const { dx, count } = load.table;
  expect(Array.from({ length: count }, (_, row) => dx.words[dx.codes[dx.offsets[row]!]!])).toEqual(ours.map(([, to]) => to));
  expect([load.findings.counts.code_converted, load.findings.counts.code_clinical]).toEqual([20, undefined]);
  expect(loadReport(load, { language: 'en' }).split('\n')[1]).toBe(
    'front.csv: codes of the 国临版 list converted to the 医保版 list (of 20 codes that only one list has, 20 are 国临版); stays: 20, codes: 20.',
  );

  const fewer = await loaded('fewer.csv', [header, ...rows.slice(1)]);
  expect([fewer.load.findings.counts.code_converted, fewer.load.findings.counts.code_clinical, fewer.load.conversions]).toEqual([
    undefined,
    19,
    [],
  ]);
});
