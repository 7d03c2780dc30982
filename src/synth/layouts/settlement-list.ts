/**
 * Settlement lists (医疗保障基金结算清单) as JSON, one a line: transaction 4101 with the person, the charges and who paid, and 4101A, which
 * leaves those to the insurer, knows the person by psn_no and the procedures by begin and end.
 */
import { yuanText } from '../../money.ts';
import { chargeCategories, otherFunds } from '../../stay/stay-table.ts';
import { dateText } from '../calendar.ts';
import { durationText, type Papers } from '../papers.ts';
import { perMille, split } from '../split.ts';
import type { LayoutText } from './layout.ts';

type Node = Readonly<Record<string, unknown>>;
export type SettlementList = Readonly<Record<string, Node | readonly Node[]>>;
type NameOf = (code: string) => string;

export const list4101Text = (nameOf: NameOf): LayoutText => jsonLines(papers => list4101(papers, nameOf));
export const list4101aText = (nameOf: NameOf): LayoutText => jsonLines(papers => list4101a(papers, nameOf));

const jsonLines = (listOf: (papers: Papers) => SettlementList): LayoutText => ({
  header: '',
  row: papers => `${JSON.stringify(listOf(papers))}\n`,
});

export function list4101(papers: Papers, nameOf: NameOf): SettlementList {
  const { stay } = papers;
  const { patient, benefit } = stay;
  return {
    setlinfo: {
      ...numbersOf(papers),
      psn_name: papers.name,
      gend: String(patient.sex),
      brdy: papers.born,
      age: String(patient.age),
      ...personOf(papers),
      patn_cert_type: '01',
      certno: papers.certificate,
      ...insuranceOf(papers),
      ...visitOf(papers),
      adm_caty: stay.department,
      ...careOf(papers),
      ...billingOf(papers),
      psn_selfpay: yuanText(Math.max(0, benefit.account + benefit.cash - benefit.own_pay)),
      psn_ownpay: yuanText(benefit.own_pay),
      acct_pay: yuanText(benefit.account),
      psn_cashpay: yuanText(benefit.cash),
      ...filedBy,
    },
    payinfo: paidBy(papers),
    opspdiseinfo: [],
    diseinfo: diagnosesOf(papers, nameOf),
    iteminfo: chargesOf(papers),
    oprninfo: stay.px.map((code, i) => ({
      ...procedureOf(papers, i, nameOf(code)),
      oprn_oprt_date: dateText(papers.procedureDays[i]!),
      anst_way: '',
    })),
    icuinfo: intensiveOf(papers),
  };
}

export function list4101a(papers: Papers, nameOf: NameOf): SettlementList {
  const { stay } = papers;
  return {
    setlinfo: {
      ...numbersOf(papers),
      psn_no: papers.person,
      ...personOf(papers),
      ...insuranceOf(papers),
      ...visitOf(papers),
      ...careOf(papers),
      ...billingOf(papers),
      resp_nurs_code: '',
      stas_type: '0',
      ...filedBy,
    },
    opspdiseinfo: [],
    diseinfo: diagnosesOf(papers, nameOf),
    oprninfo: stay.px.map((code, i) => {
      const day = dateText(papers.procedureDays[i]!);
      return {
        ...procedureOf(papers, i, nameOf(code)),
        oprn_oprt_begntime: `${day} 09:30:00`,
        oprn_oprt_endtime: `${day} 11:00:00`,
        anst_begntime: '',
        anst_endtime: '',
      };
    }),
    icuinfo: intensiveOf(papers),
    bldinfo: [],
  };
}

const numbersOf = ({ settlement, visit, record }: Papers): Node => ({
  mdtrt_id: visit,
  setl_id: settlement,
  fixmedins_name: '示范医院（合成）',
  fixmedins_code: 'H001',
  hi_setl_lv: '3',
  hi_no: '',
  medcasno: record,
  dcla_time: '',
});

const personOf = ({ stay, name, address, phone }: Papers): Node => ({
  ntly: 'CHN',
  nwb_age: stay.patient.ageDays === undefined ? '' : String(stay.patient.ageDays),
  naty: '01',
  prfs: '',
  curr_addr: address,
  emp_name: '合成单位',
  emp_addr: address,
  emp_tel: phone,
  poscode: '999900',
  coner_name: `${name}之家属`,
  patn_rlts: '1',
  coner_addr: address,
  coner_tel: phone,
});

const insuranceOf = ({ stay: { patient } }: Papers): Node => ({
  hi_type: patient.insurance,
  insuplc: '999900',
  sp_psn_type: '',
  nwb_adm_type: patient.birthWeight === undefined ? '' : '1',
  nwb_bir_wt: patient.birthWeight === undefined ? '' : String(patient.birthWeight),
  nwb_adm_wt: patient.birthWeight === undefined ? '' : String(patient.birthWeight),
  opsp_diag_caty: '',
  opsp_mdtrt_date: '',
});

/** ipt_med_type 1 inpatient 2 day surgery; vent_used_dura days/hours/minutes. */
const visitOf = ({ stay, admittedAt }: Papers): Node => ({
  ipt_med_type: stay.bill.daySurgery ? '2' : '1',
  adm_way: '2',
  trt_type: '1',
  adm_time: admittedAt,
});

const careOf = ({ stay, dischargedAt }: Papers): Node => ({
  refldept_dept: '',
  dscg_time: dischargedAt,
  dscg_caty: stay.department,
  act_ipt_days: String(stay.bill.days),
  otp_wm_dise: '',
  wm_dise_code: '',
  otp_tcm_dise: '',
  tcm_dise_code: '',
  diag_code_cnt: String(stay.dx.length),
  oprn_oprt_code_cnt: String(stay.px.length),
  vent_used_dura: durationText(stay.ventHours),
  pwcry_bfadm_coma_dura: '0/0/0',
  pwcry_afadm_coma_dura: '0/0/0',
  bld_cat: '',
  bld_amt: '',
  bld_unt: '',
  spga_nurscare_days: '0',
  lv1_nurscare_days: '0',
  scd_nurscare_days: '0',
  lv3_nurscare_days: '0',
  dscg_way: stay.dischargeWay,
  acp_medins_name: '',
  acp_optins_code: '',
});

/** days_rinp_flag_31: 1 no plan to come again within 31 days, 2 planned. */
const billingOf = ({ stay, settlement, admitted }: Papers): Node => ({
  bill_code: '',
  bill_no: '',
  biz_sn: `H001${settlement}`,
  days_rinp_flag_31: stay.planned ? '2' : '1',
  days_rinp_pup_31: '',
  chfpdr_name: `合成医师${stay.doctor}`,
  chfpdr_code: stay.doctor,
  setl_begn_date: dateText(admitted),
  setl_end_date: dateText(stay.discharged),
});

const filedBy: Node = { hi_paymtd: '4', hsorg: '999900', hsorg_opter: '', medins_fill_dept: '医保科', medins_fill_psn: '合成经办人' };

const payCodes = {
  serious_illness: '390200',
  large_amount: '330100',
  civil_servant: '320100',
  enterprise: '370100',
  medical_aid: '610100',
  other_fund: '999997',
} as const satisfies Readonly<Record<(typeof otherFunds)[number], string>>;
/** The pool by insurance; what the hospital bears stands among the payers too. */
const poolCodes = { '310': '310100', '390': '390100', '510': '510100' } as const;

/** Every payer, one that paid nothing too, by the national codes of funds (fund_pay_type); the account is 310200. */
function paidBy({ stay: { patient, benefit } }: Papers): readonly Node[] {
  const paid: readonly (readonly [string, number])[] = [
    [poolCodes[patient.insurance], benefit.fund],
    ['310200', benefit.account],
    ...otherFunds.map((fund): readonly [string, number] => [payCodes[fund], benefit[fund]]),
    ['999996', benefit.hospital_part],
  ];
  return paid.map(([fund_pay_type, fen]) => ({ fund_pay_type, fund_payamt: yuanText(fen) }));
}

const diagnosesOf = ({ stay: { dx } }: Papers, nameOf: NameOf): readonly Node[] =>
  dx.map((diag_code, i) => ({
    diag_type: '1',
    diag_code,
    diag_name: nameOf(diag_code),
    adm_cond_type: '1',
    maindiag_flag: i === 0 ? '1' : '0',
  }));

const procedureOf = ({ stay: { px, doctor } }: Papers, i: number, oprn_oprt_name: string): Node => ({
  oprn_oprt_type: i === 0 ? '1' : '2',
  oprn_oprt_name,
  oprn_oprt_code: px[i],
  oper_dr_name: `合成医师${doctor}`,
  oper_dr_code: doctor,
  anst_dr_name: '',
  anst_dr_code: '',
});

/** Fourteen kinds of charges, med_chrgitm 01 to 14: own pay by the size of each, class B a quarter of what is left (an assumption), class A the rest. */
function chargesOf({ stay: { bill, benefit } }: Papers): readonly Node[] {
  const ownPay = split(benefit.own_pay, bill.charges);
  return chargeCategories.map((_, i) => {
    const fen = bill.charges[i]!;
    const classB = perMille(fen - ownPay[i]!, 250);
    return {
      med_chrgitm: String(i + 1).padStart(2, '0'),
      amt: yuanText(fen),
      claa_sumfee: yuanText(fen - ownPay[i]! - classB),
      clab_amt: yuanText(classB),
      fulamt_ownpay_amt: yuanText(ownPay[i]!),
      oth_amt: '0.00',
    };
  });
}

/** A stay without intensive care has one entry of no length: a list without any would not say that there was none. */
const intensiveOf = ({ stay, intensive }: Papers): readonly Node[] => [
  {
    scs_cutd_ward_type: intensive ? '9' : '',
    scs_cutd_inpool_time: intensive?.from ?? '',
    scs_cutd_exit_time: intensive?.to ?? '',
    scs_cutd_sum_dura: durationText(stay.icuHours),
  },
];
