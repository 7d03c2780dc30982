/** Each layout of a stay as text, worked by hand; and what all layouts of one hospital have in common. */
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { hqmsText } from '../../src/synth/layouts/hqms.ts';
import { type LayoutName, layoutNames } from '../../src/synth/layouts/layout.ts';
import { openDrgText } from '../../src/synth/layouts/opendrg.ts';
import { setlText } from '../../src/synth/layouts/setl.ts';
import { list4101, list4101a } from '../../src/synth/layouts/settlement-list.ts';
import { layoutLines } from '../../src/synth/layouts/write.ts';
import { papersFrom } from '../../src/synth/papers.ts';
import { type Stay, synthesise } from '../../src/synth/synthesise.ts';
import { projectFacts as facts } from './facts-of-the-project.ts';

/** 4 to 9 March 2025 (day 20,089 is 1 January, 31 + 28 + 8 = 67 days before 9 March), 10,000 yuan, intensive care for 30 hours. */
const stay: Stay = {
  id: 'S0000001',
  patient: {
    key: 'a'.repeat(16),
    sex: 2,
    age: 60,
    ageDays: undefined,
    birthWeight: undefined,
    insurance: '310',
    category: '12',
    place: 'local',
  },
  department: '骨科',
  doctor: 'D007',
  dx: ['S72.000', 'I10.x00'],
  px: ['79.3500', '88.7200'],
  bill: {
    total: 1_000_000,
    days: 5,
    charges: [...[30_000, 2_000, 100_000, 150_000, 120_000, 200_000, 28_000, 150_000], ...[180_000, 5_000, 15_000, 12_000, 1_000, 7_000]],
    daySurgery: false,
  },
  benefit: {
    own_pay: 50_000,
    over_limit: 10_000,
    pre_selfpay: 40_000,
    in_scope: 900_000,
    deductible: 80_000,
    fund: 700_000,
    serious_illness: 0,
    large_amount: 0,
    civil_servant: 20_000,
    enterprise: 0,
    medical_aid: 0,
    other_fund: 0,
    account: 100_000,
    cash: 179_000,
    hospital_part: 1_000,
  },
  discharged: 20_156,
  dischargeWay: '1',
  visitType: '21',
  icuHours: 30,
  ventHours: 26,
  planned: true,
};
const child: Stay = {
  ...stay,
  id: 'S0000002',
  patient: { ...stay.patient, key: 'b'.repeat(16), age: 0, ageDays: 3, birthWeight: 2540, insurance: '390', category: '14' },
  dx: [],
  px: [],
  icuHours: 0,
  ventHours: 0,
  planned: false,
};
const names: Readonly<Record<string, string>> = { 'S72.000': '股骨颈骨折,闭合', '79.3500': '股骨骨折切开复位"内固定"术' };
const nameOf = (code: string): string => names[code] ?? '';

const papersOf = papersFrom(7);
const [adult, newborn] = [papersOf(stay, 0), papersOf(child, 1)];
// Row 0 of seed 7: a multiplier and 7 more, in eight digits; row 1: twice the multiplier and 7, its last eight digits.
const setl_id = '618034064142136471828190000007';
const mdtrt_id = '14159274732050880007';
const psn_no = '23606804645751380007';

const cellsOf = (text: string): readonly string[] => Papa.parse<string[]>(text.replace(/^\uFEFF/, '')).data[0]!;
const rowOf = ({ header, row }: typeof setlText, papers: typeof adult): Readonly<Record<string, string>> => {
  const cells = cellsOf(row(papers));
  return Object.fromEntries(cellsOf(header).map((name, i) => [name, cells[i]!]));
};
const filled = (node: object) => Object.fromEntries(Object.entries(node).filter(([, value]) => value !== '' && value !== '-'));

describe('what is written down about a stay', () => {
  it('has numbers of their own form, the same again for the same patient', () => {
    expect([adult.settlement, adult.visit, adult.person]).toEqual([setl_id, mdtrt_id, psn_no]);
    expect([adult.record, adult.admissions, adult.certificate, adult.phone]).toEqual(['31662486', 1, '996055513412310570', '19987298338']);
    const again = papersFrom(7);
    const visits = [stay, child, stay].map((one, row) => again(one, row));
    expect(visits.map(({ person, admissions }) => [person, admissions])).toEqual([
      [psn_no, 1],
      ['47213601291502690007', 1],
      [psn_no, 2],
    ]);
    expect(new Set(visits.map(({ settlement }) => settlement)).size).toBe(3);
  });

  it('has a birthday that suits the age, and intensive care within the stay', () => {
    // admitted 2025-03-04, sixty years old; the child of row 1 three days old
    expect([adult.born, newborn.born]).toEqual(['1965-03-04', '2025-03-01']);
    expect(adult.intensive).toEqual({ from: '2025-03-04 07:00:00', to: '2025-03-05 13:00:00' });
    // all of five days: in at midnight, and 119 hours later it is 23 o'clock
    const whole = papersFrom(7)({ ...stay, icuHours: 119 }, 0);
    expect([whole.admittedAt, whole.intensive?.to, whole.dischargedAt]).toEqual([
      '2025-03-04 00:00:00',
      '2025-03-08 23:00:00',
      '2025-03-09 23:00:00',
    ]);
  });
});

describe('a stay as text', () => {
  it('as a line of the OpenDRG web tool', () => {
    expect(openDrgText.header).toBe(
      '\uFEFF病案号,性别,年龄,新生儿年龄天,新生儿出生体重,出院科室,医生,住院天数,离院方式,医保类型,总费用,诊断编码,手术操作编码\r\n',
    );
    expect(openDrgText.row(adult)).toBe('31662486,女,60,,,骨科,D007,5,医嘱离院,310,10000.00,S72.000|I10.x00,79.3500|88.7200\r\n');
    expect(openDrgText.row(newborn)).toBe('63324965,女,0,3,2540,骨科,D007,5,医嘱离院,390,10000.00,,\r\n');
  });

  it('as a line of the insurer’s extract', () => {
    expect(filled(rowOf(setlText, adult))).toEqual({
      ...{ setl_id, mdtrt_id, psn_no, psn_name: '合成患者1', certno: '996055513412310570', gend: '2', brdy: '1965-03-04', age: '60' },
      ...{ insutype: '310', psn_type: '12', cvlserv_flag: '1', fixmedins_code: 'H001', fixmedins_name: '示范医院（合成）' },
      ...{ begndate: '2025-03-04', enddate: '2025-03-09', setl_time: '2025-03-09 09:00:00', mdtrt_cert_type: '02', med_type: '21' },
      ...{ clr_type: '21', clr_optins: '999900', medfee_sumamt: '10000.00', fulamt_ownpay_amt: '500.00', overlmt_selfpay: '100.00' },
      ...{ preselfpay_amt: '400.00', inscp_scp_amt: '9000.00', act_pay_dedc: '800.00', hifp_pay: '7000.00', cvlserv_pay: '200.00' },
      ...{ hifes_pay: '0.00', hifmi_pay: '0.00', hifob_pay: '0.00', maf_pay: '0.00', oth_pay: '0.00', fund_pay_sumamt: '7200.00' },
      ...{ psn_part_amt: '2790.00', acct_pay: '1000.00', psn_cash_pay: '1790.00', hosp_part_amt: '10.00', acct_mulaid_pay: '0.00' },
      ...{ medins_setl_id: `H001${setl_id}`, refd_setl_flag: '0', vali_flag: '1' },
    });
  });

  it('as a front page, whose charges add up', () => {
    const page = rowOf(hqmsText(nameOf), adult);
    const some = (...columns: readonly string[]) => columns.map(column => page[column]);
    expect(some('A01', 'A46C', 'A48', 'A49', 'A11', 'A12C', 'A13', 'A14', 'A16', 'A18x01')).toEqual([
      ...['H001', '1', '31662486', '1', '合成患者1', '2', '1965-03-04', '60', '', ''],
    ]);
    expect(some('B12', 'B15', 'B16C', 'B20', 'B25', 'B34C', 'B36C', 'B38', 'C47')).toEqual([
      ...['2025-03-04 07:00:00', '2025-03-09 09:00:00', '骨科', '5', 'D007', '1', '2', '2', '26'],
    ]);
    expect(some('C03C', 'C04N', 'C05C', 'C06x01C', 'C07x01N', 'C06x02C', 'C06x40C', 'C08x40C')).toEqual([
      ...['S72.000', '股骨颈骨折,闭合', '1', 'I10.x00', '-', '-', '-', '-'],
    ]);
    expect(some('C14x01C', 'C15x01N', 'C16x01', 'C35x01C', 'C37x01', 'C35x02C', 'C37x02', 'C44x40')).toEqual([
      ...['79.3500', '股骨骨折切开复位"内固定"术', '2025-03-04', '88.7200', '2025-03-07', '-', '', '-'],
    ]);
    expect(some('C48x01C', 'C49x01', 'C50x01', 'C49x02')).toEqual(['综合ICU', '2025-03-04 07:00:00', '2025-03-05 13:00:00', '']);
    // D11 = 300 + 20 + 120 + 10. Treatment 1,200 = 360 + 96 + 144 and 600 left. Laboratory 1,500 = 150 + 1,350. Examination 1,000 = 600 + 400.
    expect(Object.fromEntries(Object.entries(page).filter(([name, text]) => name.startsWith('D') && text !== '0.00'))).toEqual({
      ...{ D01: '10000.00', D09: '2790.00', D11: '450.00', D12: '360.00', D13: '280.00', D15: '150.00', D16: '1350.00' },
      ...{ D17: '600.00', D18: '400.00', D19: '600.00', D19x01: '240.00', D20: '2000.00', D20x01: '500.00', D20x02: '1500.00' },
      ...{ D21: '96.00', D22: '144.00', D23: '1800.00', D23x01: '216.00', D24: '150.00', D25: '50.00' },
      ...{ D31: '225.00', D32: '450.00', D33: '825.00', D34: '70.00' },
    });
    const small = rowOf(hqmsText(nameOf), newborn);
    expect([small.A46C, small.A14, small.A16, small.A17, small.A18x01, small.C03C, small.C05C, small.C14x01C, small.C16x01]).toEqual([
      ...['2', '0', '3', '2540', '2540', '-', '-', '-', ''],
    ]);
  });

  it('as settlement list 4101', () => {
    const list = list4101(adult, nameOf) as Record<string, Record<string, string>[]> & { setlinfo: Record<string, string> };
    expect(Object.keys(list)).toEqual(['setlinfo', 'payinfo', 'opspdiseinfo', 'diseinfo', 'iteminfo', 'oprninfo', 'icuinfo']);
    expect(Object.keys(list.setlinfo)).toHaveLength(81);
    const { psn_name, gend, age, certno, medcasno, hi_type, adm_time, dscg_time, act_ipt_days, vent_used_dura } = list.setlinfo;
    expect([psn_name, gend, age, certno, medcasno, hi_type, adm_time, dscg_time, act_ipt_days, vent_used_dura]).toEqual([
      ...['合成患者1', '2', '60', '996055513412310570', '31662486', '310', '2025-03-04 07:00:00', '2025-03-09 09:00:00', '5', '1/2/0'],
    ]);
    const { psn_selfpay, psn_ownpay, acct_pay, psn_cashpay, dscg_caty, ipt_med_type, days_rinp_flag_31, chfpdr_code } = list.setlinfo;
    expect([psn_selfpay, psn_ownpay, acct_pay, psn_cashpay, dscg_caty, ipt_med_type, days_rinp_flag_31, chfpdr_code]).toEqual([
      ...['2290.00', '500.00', '1000.00', '1790.00', '骨科', '1', '2', 'D007'],
    ]);
    expect(list.payinfo!.map(({ fund_pay_type, fund_payamt }) => `${fund_pay_type} ${fund_payamt}`)).toEqual([
      ...['310100 7000.00', '310200 1000.00', '390200 0.00', '330100 0.00', '320100 200.00', '370100 0.00', '610100 0.00'],
      ...['999997 0.00', '999996 10.00'],
    ]);
    expect(list.diseinfo).toEqual([
      { diag_type: '1', diag_code: 'S72.000', diag_name: '股骨颈骨折,闭合', adm_cond_type: '1', maindiag_flag: '1' },
      { diag_type: '1', diag_code: 'I10.x00', diag_name: '', adm_cond_type: '1', maindiag_flag: '0' },
    ]);
    expect(list.oprninfo!.map(filled)).toEqual([
      {
        ...{ oprn_oprt_type: '1', oprn_oprt_name: '股骨骨折切开复位"内固定"术', oprn_oprt_code: '79.3500' },
        ...{ oper_dr_name: '合成医师D007', oper_dr_code: 'D007', oprn_oprt_date: '2025-03-04' },
      },
      { oprn_oprt_type: '2', oprn_oprt_code: '88.7200', oper_dr_name: '合成医师D007', oper_dr_code: 'D007', oprn_oprt_date: '2025-03-07' },
    ]);
    expect(list.iteminfo!.map(({ med_chrgitm, amt }) => `${med_chrgitm} ${amt}`)).toEqual([
      ...['01 300.00', '02 20.00', '03 1000.00', '04 1500.00', '05 1200.00', '06 2000.00', '07 280.00', '08 1500.00', '09 1800.00'],
      ...['10 50.00', '11 150.00', '12 120.00', '13 10.00', '14 70.00'],
    ]);
    // a bed of 300: own pay of the stay is 5 %, 15; a quarter of the 285 left is 71.25
    expect(list.iteminfo![0]).toEqual({
      ...{ med_chrgitm: '01', amt: '300.00', claa_sumfee: '213.75', clab_amt: '71.25', fulamt_ownpay_amt: '15.00', oth_amt: '0.00' },
    });
    expect(list.icuinfo!.map(({ scs_cutd_sum_dura }) => scs_cutd_sum_dura)).toEqual(['1/6/0']);
  });

  it('as settlement list 4101A, without person and money', () => {
    const list = list4101a(adult, nameOf) as Record<string, Record<string, string>[]> & { setlinfo: Record<string, string> };
    expect(Object.keys(list)).toEqual(['setlinfo', 'opspdiseinfo', 'diseinfo', 'oprninfo', 'icuinfo', 'bldinfo']);
    expect([list.setlinfo.setl_id, list.setlinfo.mdtrt_id, list.setlinfo.psn_no]).toEqual([setl_id, mdtrt_id, psn_no]);
    for (const left of ['psn_name', 'gend', 'brdy', 'age', 'certno', 'adm_caty', 'psn_selfpay', 'psn_ownpay', 'acct_pay', 'psn_cashpay']) {
      expect(left in list.setlinfo).toBe(false);
    }
    expect(list.oprninfo!.map(({ oprn_oprt_begntime, oprn_oprt_endtime }) => [oprn_oprt_begntime, oprn_oprt_endtime])).toEqual([
      ['2025-03-04 09:30:00', '2025-03-04 11:00:00'],
      ['2025-03-07 09:30:00', '2025-03-07 11:00:00'],
    ]);
  });
});

describe('the layouts of one hospital', () => {
  const synthesis = synthesise({ stays: 250, seed: 11, year: 2025, facts });
  const textOf = (layout: LayoutName): string => [...layoutLines(synthesis, layout)].join('');
  const rowsIn = (layout: 'hqms' | 'setl' | 'opendrg' | 'casemix') =>
    Papa.parse<Record<string, string>>(textOf(layout).replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data;
  const listsIn = (layout: '4101' | '4101a') =>
    textOf(layout)
      .trimEnd()
      .split('\n')
      .map(
        line => JSON.parse(line) as { setlinfo: Record<string, string>; iteminfo: { amt: string }[]; payinfo: { fund_payamt: string }[] },
      );
  const fen = (text: string | undefined): bigint => BigInt(text!.replace('.', ''));
  const sumOf = (texts: readonly (string | undefined)[]): bigint => texts.reduce((sum, text) => sum + fen(text), 0n);

  it('are the same bytes again', () => {
    for (const layout of layoutNames) expect(textOf(layout)).toBe(textOf(layout));
  });

  it('tell of the same settlements and persons, in the same order', () => {
    const settled = rowsIn('setl');
    const lists = listsIn('4101').map(({ setlinfo }) => setlinfo);
    const short = listsIn('4101a').map(({ setlinfo }) => setlinfo);
    const pages = rowsIn('hqms');
    expect(settled).toHaveLength(250);
    expect(lists.map(({ setl_id }) => setl_id)).toEqual(settled.map(row => row.setl_id));
    expect(short.map(({ setl_id, mdtrt_id, psn_no }) => [setl_id, mdtrt_id, psn_no])).toEqual(
      settled.map(row => [row.setl_id, row.mdtrt_id, row.psn_no]),
    );
    expect(pages.map(row => row.A48)).toEqual(lists.map(({ medcasno }) => medcasno));
    expect(rowsIn('opendrg').map(row => row.病案号)).toEqual(pages.map(row => row.A48));
    expect(pages.map(row => row.A11)).toEqual(lists.map(({ psn_name }) => psn_name));
    expect(new Set(settled.map(row => row.setl_id)).size).toBe(250);
    expect(new Set(pages.map(row => `${row.A48} ${row.A49}`)).size).toBe(250);
    // patients of the clean file, each with one number
    const patients = rowsIn('casemix').map(row => row.patient_key);
    expect(new Set(settled.map((row, i) => `${row.psn_no} ${patients[i]}`)).size).toBe(new Set(patients).size);
    expect(settled.every(row => /^\d{30}$/.test(row.setl_id!) && /^\d{20}$/.test(row.mdtrt_id!) && /^\d{20}$/.test(row.psn_no!))).toBe(
      true,
    );
    expect(settled.some(row => row.setl_id!.startsWith('0'))).toBe(true);
  });

  it('have charges, payers and scopes that add up to the fen', () => {
    const top = (name: string): boolean => /^D(1[1-9]|2\d|3[0-4])$/.test(name);
    for (const page of rowsIn('hqms')) {
      expect(
        sumOf(
          Object.keys(page)
            .filter(top)
            .map(name => page[name]),
        ),
      ).toBe(fen(page.D01));
      expect(sumOf([page.D20x01, page.D20x02])).toBe(fen(page.D20));
    }
    for (const row of rowsIn('setl')) {
      expect(sumOf([row.fund_pay_sumamt, row.psn_part_amt, row.hosp_part_amt])).toBe(fen(row.medfee_sumamt));
      expect(sumOf([row.fulamt_ownpay_amt, row.overlmt_selfpay, row.preselfpay_amt, row.inscp_scp_amt])).toBe(fen(row.medfee_sumamt));
    }
    const totals = rowsIn('casemix').map(row => fen(row.total));
    for (const [i, { iteminfo, payinfo, setlinfo }] of listsIn('4101').entries()) {
      expect(sumOf(iteminfo.map(({ amt }) => amt))).toBe(totals[i]);
      // all payers of the list but the cash
      expect(sumOf([...payinfo.map(({ fund_payamt }) => fund_payamt), setlinfo.psn_cashpay])).toBe(totals[i]);
    }
  });
});
