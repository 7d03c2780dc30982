/** Three persons in every layout a hospital may hand us, each field of a person filled. The last of the rows is refused everywhere: its amount or code list cannot be read. */
import { utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { type Person, person } from './canaries.ts';

export type Row = Readonly<Record<string, string>>;

export const persons: readonly Person[] = [person(11), person(23), person(37)];

type Stay = { readonly of: Person; readonly total: string; readonly cash: string; readonly discharged: string };
const stays: readonly Stay[] = persons.map((of, i) => ({
  of,
  // the last amount is none
  total: ['8000.00', '9000.00', '70x0.00'][i]!,
  cash: ['3000.00', '4000.00', '2000.00'][i]!,
  discharged: `2025-03-1${i}`,
}));

export const casemix = rows(({ of, total, cash, discharged }) => ({
  stay_id: of.record,
  visit_id: of.visit,
  patient_key: of.insured,
  name: of.name,
  certno: of.certificate,
  phone: of.mobile,
  address: of.address,
  家属: of.relative,
  工作单位: of.employer,
  email: of.mail,
  备注: `${of.name}${of.mobile}`,
  sex: '1',
  age: '60',
  admitted: '2025-03-01',
  discharged,
  department: '内科',
  doctor: of.doctor,
  dx: 'I20.000|E11.900',
  px: '',
  total,
  fund: '5000.00',
  account: '0.00',
  cash,
}));

export const frontPage = rows(({ of, total, discharged }) => ({
  A01: '测试医院',
  A46C: '1',
  A47: of.card,
  A48: of.record,
  A49: '1',
  A11: of.name,
  A12C: '1',
  A13: '1990-08-17',
  A14: '60',
  A20: of.certificate,
  A22: of.address,
  A26C: of.address,
  A27: of.mobile,
  A29: of.employer,
  A30: of.landline,
  A32: of.relative,
  A34: of.address,
  A35: of.mobile,
  B12: '2025-03-01',
  B15: discharged,
  B16C: '内科',
  B20: '',
  B22: of.doctor,
  B23: of.doctor,
  B24: of.doctor,
  B26: of.nurse,
  B29: of.doctorCode,
  B34C: '1',
  C03C: 'I20.000',
  C06x01C: 'E11.900',
  C14x01C: '36.0600',
  C16x01: '2025-03-02',
  C18x01: of.doctor,
  C44x01: of.doctor,
  D01: total,
}));

export const chineseFrontPage = rows(({ of, total, discharged }) => ({
  健康卡号: of.card,
  病案号: of.record,
  住院次数: '1',
  姓名: of.name,
  性别: '男',
  出生日期: '1990-08-17',
  年龄: '60',
  身份证号: of.certificate,
  出生地: of.address,
  籍贯: of.address,
  现住址: of.address,
  联系电话: of.mobile,
  工作单位及地址: of.employer,
  单位电话: of.landline,
  联系人姓名: of.relative,
  联系人电话: of.mobile,
  入院时间: '2025-03-01',
  出院时间: discharged,
  出院科别: '内科',
  主治医师: of.doctor,
  责任护士: of.nurse,
  编码员: of.nurse,
  离院方式: '1',
  主要诊断编码: 'I20.000',
  其他诊断编码1: 'E11.900',
  总费用: total,
}));

export const openDrg = rows(({ of, total }) => ({
  病案号: of.record,
  姓名: of.name,
  联系方式: of.mobile,
  性别: '1',
  年龄: '60',
  新生儿年龄天: '',
  新生儿出生体重: '',
  出院科室: '内科',
  医生: of.doctor,
  住院天数: '9',
  离院方式: '1',
  医保类型: '310',
  诊断编码: 'I20.000|E11.900',
  手术操作编码: '',
  总费用: total,
}));

export const extract = rows(({ of, total, cash, discharged }) => ({
  setl_id: of.settlement,
  mdtrt_id: of.visit,
  psn_no: of.insured,
  psn_name: of.name,
  certno: of.certificate,
  tel: of.mobile,
  insutype: '310',
  gend: '1',
  age: '60',
  begndate: '2025-03-01',
  enddate: discharged,
  atddr_name: of.doctor,
  dr_code: of.doctorCode,
  dscg_dept_name: '内科',
  medfee_sumamt: total,
  hifp_pay: '5000.00',
  acct_pay: '0.00',
  psn_cash_pay: cash,
  setl_time: '2025-03-20 10:00:00',
}));

export const insurerResult = rows(({ of, total, cash, discharged }) => ({
  结算ID: of.settlement,
  就诊ID: of.visit,
  人员编号: of.insured,
  人员姓名: of.name,
  证件号码: of.certificate,
  联系电话: of.mobile,
  医师姓名: of.doctor,
  出院科室: '内科',
  出院日期: discharged,
  医疗费总额: total,
  统筹基金支付: '5000.00',
  个人现金支付: cash,
  DRG编码: 'FR11',
  DRG权重: '1.0',
  DRG支付标准: '8500.00',
}));

export const itemLines = rows(({ of, total }) => ({
  setl_id: of.settlement,
  mdtrt_id: of.visit,
  psn_name: of.name,
  项目编码: '001',
  项目名称: '床位费',
  费用类别: '床位费',
  cnt: '1',
  pric: total,
  det_item_fee_sumamt: total,
  bilg_dr_name: of.doctor,
  bilg_dr_codg: of.doctorCode,
  操作员: of.nurse,
}));

export const upload = rows(({ of, total, discharged }) => ({
  JKKH: of.card,
  BAH: of.record,
  ZYCS: '1',
  XM: of.name,
  XB: '1',
  CSRQ: '19900817',
  NL: '60',
  SFZH: of.certificate,
  XZZ: of.address,
  DH: of.mobile,
  GZDWJDZ: of.employer,
  DWDH: of.landline,
  LXRXM: of.relative,
  GX: of.relative,
  DZ: of.address,
  DH2: of.mobile,
  RYSJ: '20250301',
  CYSJ: discharged.replaceAll('-', ''),
  CYKB: '内科',
  KZR: of.doctor,
  ZZYS: of.doctor,
  ZRHS: of.nurse,
  BMY: of.nurse,
  JBDM: 'I20.000',
  JBDM1: 'E11.900',
  LYFS: '1',
  ZFY: total,
}));

/** As the messages of 4101 and 4101A: the person, the doctors and the people of the operations. */
const list = ({ of, discharged }: Stay) => ({
  setlinfo: {
    setl_id: of.settlement,
    mdtrt_id: of.visit,
    medcasno: of.record,
    hi_no: of.insured,
    fixmedins_code: 'H1',
    adm_time: '2025-03-01 08:00:00',
    dscg_time: `${discharged} 08:00:00`,
    dscg_caty: '内科',
    dscg_way: '1',
    hi_type: '310',
    chfpdr_code: of.doctorCode,
    chfpdr_name: of.doctor,
    resp_nurs_code: of.doctorCode,
    medins_fill_dept: '医保办',
    medins_fill_psn: of.nurse,
    hsorg_opter: of.nurse,
  },
  diseinfo: [
    { diag_code: 'I20.000', diag_name: '不稳定性心绞痛', maindiag_flag: '1' },
    { diag_code: of.name, diag_name: of.name, maindiag_flag: '0' },
  ],
  oprninfo: [
    {
      oprn_oprt_code: '36.0600',
      oprn_oprt_begntime: '2025-03-02 09:00:00',
      oprn_oprt_date: '2025-03-02',
      oper_dr_name: of.doctor,
      oper_dr_code: of.doctorCode,
      anst_dr_name: of.doctor,
      anst_dr_code: of.doctorCode,
    },
  ],
});

const lists4101 = stays.map(stay => {
  const { of, total, cash } = stay;
  const { setlinfo, ...rest } = list(stay);
  const patient = {
    ...{ psn_no: of.insured, psn_name: of.name, certno: of.certificate, brdy: '1990-08-17', gend: '1', age: '60', ntly: 'CHN' },
    ...{ curr_addr: of.address, tel: of.mobile, emp_name: of.employer, emp_addr: of.address, emp_tel: of.landline, poscode: '9008172' },
    ...{ coner_name: of.relative, coner_addr: of.address, coner_tel: of.mobile, nwb_adm_type: '', psn_cashpay: cash },
  };
  return { setlinfo: { ...setlinfo, ...patient }, ...rest, iteminfo: [{ med_chrgitm: '09', amt: total }] };
});

const lists4101a = stays.map(stay => ({ ...list(stay), setlinfo: { ...list(stay).setlinfo, stas_type: '1', psn_name: stay.of.name } }));

export const ndjson = (all: readonly unknown[]): string => `${all.map(one => JSON.stringify(one)).join('\n')}\n`;
export const list4101 = ndjson(lists4101);
export const list4101a = ndjson(lists4101a);

/** Every layout as a file: name, bytes, and whether its rows can be paid for. */
export type Paper = { readonly file: string; readonly bytes: Uint8Array; readonly profile: string };

export const csv = (table: readonly Row[]): string =>
  [Object.keys(table[0]!), ...table.map(row => Object.values(row))].map(cells => `${cells.map(quoted).join(',')}\r\n`).join('');

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const cellsOf = (table: readonly Row[]): string[][] => [Object.keys(table[0]!), ...table.map(row => Object.values(row))];

const office = (bookType: 'biff8', table: readonly Row[]): Uint8Array => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(cellsOf(table)), '明细');
  return new Uint8Array(write(book, { type: 'buffer', bookType }));
};

const page = (table: readonly Row[]): string =>
  `<html><table>${cellsOf(table)
    .map(cells => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</table></html>`;

/** dBase III in GBK: a head of 32 bytes, 32 a field, records of fixed width. */
function dbf(table: readonly Row[]): Uint8Array {
  const names = Object.keys(table[0]!);
  const cells = table.map(row => names.map(name => iconv.encode(row[name]!, 'gbk')));
  const widths = names.map((_, i) => Math.max(1, ...cells.map(row => row[i]!.length)));
  const head = Buffer.alloc(32 + 32 * names.length + 1);
  head[0] = 3;
  head.writeUInt32LE(table.length, 4);
  head.writeUInt16LE(head.length, 8);
  head.writeUInt16LE(1 + widths.reduce((sum, width) => sum + width, 0), 10);
  names.forEach((name, i) => {
    head.write(name, 32 + 32 * i, 10, 'latin1');
    head.write('C', 32 + 32 * i + 11, 'latin1');
    head[32 + 32 * i + 16] = widths[i]!;
  });
  head[head.length - 1] = 13;
  const records = cells.map(row =>
    Buffer.concat([Buffer.from(' '), ...row.map((cell, i) => Buffer.concat([cell, Buffer.alloc(widths[i]! - cell.length, 32)]))]),
  );
  return new Uint8Array(Buffer.concat([head, ...records, Buffer.from([26])]));
}

const gb = (text: string): Uint8Array => new Uint8Array(iconv.encode(text, 'gb18030'));

export const papers: readonly Paper[] = [
  { file: 'own.csv', profile: 'casemix', bytes: strToU8(csv(casemix)) },
  { file: 'own-gb.csv', profile: 'casemix', bytes: gb(csv(casemix)) },
  { file: 'page.csv', profile: 'hqms', bytes: strToU8(csv(frontPage)) },
  { file: 'page-gb.csv', profile: 'hqms', bytes: gb(csv(chineseFrontPage)) },
  { file: 'opendrg.csv', profile: 'opendrg-web', bytes: strToU8(csv(openDrg)) },
  { file: 'opendrg-gb.csv', profile: 'opendrg-web', bytes: gb(csv(openDrg)) },
  { file: 'setl.csv', profile: 'setl-extract', bytes: strToU8(csv(extract)) },
  { file: 'setl-gb.csv', profile: 'setl-extract', bytes: gb(csv(extract)) },
  { file: 'insurer.csv', profile: 'insurer-result', bytes: gb(csv(insurerResult)) },
  { file: 'n041.csv', profile: 'n041', bytes: gb(csv(upload)) },
  { file: 'n041.dbf', profile: 'n041', bytes: dbf(upload) },
  { file: 'list.json', profile: 'list-4101', bytes: strToU8(list4101) },
  { file: 'list-a.json', profile: 'list-4101a', bytes: strToU8(list4101a) },
  { file: 'page.xlsx', profile: 'hqms', bytes: await writeXlsx({ sheets: [{ name: '明细', rows: cellsOf(chineseFrontPage) }] }) },
  { file: 'setl.xls', profile: 'setl-extract', bytes: office('biff8', extract) },
  { file: 'page.xls', profile: 'hqms', bytes: gb(page(chineseFrontPage)) },
  { file: 'month.zip', profile: 'setl-extract', bytes: zipSync({ '三月/setl.csv': gb(csv(extract)) }) },
];

function rows(of: (stay: Stay) => Row): readonly Row[] {
  return stays.map(of);
}
