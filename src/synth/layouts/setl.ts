/** The insurer's settlement extract (setl_d) under the national names: who paid what, and nothing of what was wrong with the patient. */
import { yuanText } from '../../money.ts';
import { otherFunds } from '../../stay/stay-table.ts';
import { dateText } from '../calendar.ts';
import type { Papers } from '../papers.ts';
import type { LayoutText } from './layout.ts';
import { type SettlementBill, wholeBill } from './settlement-bill.ts';

type BillColumn = readonly [name: string, cell: (bill: SettlementBill) => string | number];

const amount =
  (field: keyof SettlementBill['benefit']) =>
  ({ benefit }: SettlementBill): string =>
    yuanText(benefit[field]);

const funds = ['fund', ...otherFunds] as const;

const columns: readonly BillColumn[] = [
  ['setl_id', ({ settlement }) => settlement],
  ['mdtrt_id', ({ papers }) => papers.visit],
  ['psn_no', ({ papers }) => papers.person],
  ['psn_name', ({ papers }) => papers.name],
  ['certno', ({ papers }) => papers.certificate],
  ['gend', ({ papers }) => papers.stay.patient.sex],
  ['naty', () => ''],
  ['brdy', ({ papers }) => papers.born],
  ['age', ({ papers }) => papers.stay.patient.age],
  ['insutype', ({ papers }) => papers.stay.patient.insurance],
  ['psn_type', ({ papers }) => papers.stay.patient.category],
  ['cvlserv_flag', ({ benefit }) => (benefit.civil_servant === 0 ? '0' : '1')],
  ['fixmedins_code', () => 'H001'],
  ['fixmedins_name', () => '示范医院（合成）'],
  ['begndate', ({ from }) => dateText(from)],
  ['enddate', ({ to }) => dateText(to)],
  ['setl_time', ({ papers, settled }) => dateText(settled) + papers.dischargedAt.slice(10)],
  ['mdtrt_cert_type', () => '02'],
  ['med_type', ({ papers }) => papers.stay.visitType],
  ['clr_type', () => '21'],
  ['clr_way', () => ''],
  ['clr_optins', () => '999900'],
  ['medfee_sumamt', ({ total }) => yuanText(total)],
  ['fulamt_ownpay_amt', amount('own_pay')],
  ['overlmt_selfpay', amount('over_limit')],
  ['preselfpay_amt', amount('pre_selfpay')],
  ['inscp_scp_amt', amount('in_scope')],
  ['act_pay_dedc', amount('deductible')],
  ['hifp_pay', amount('fund')],
  ['cvlserv_pay', amount('civil_servant')],
  ['hifes_pay', amount('enterprise')],
  ['hifmi_pay', amount('serious_illness')],
  ['hifob_pay', amount('large_amount')],
  ['maf_pay', amount('medical_aid')],
  ['oth_pay', amount('other_fund')],
  ['fund_pay_sumamt', ({ benefit }) => yuanText(funds.reduce((sum, fund) => sum + benefit[fund], 0))],
  ['psn_part_amt', ({ benefit }) => yuanText(benefit.account + benefit.cash)],
  ['acct_pay', amount('account')],
  ['psn_cash_pay', amount('cash')],
  ['hosp_part_amt', amount('hospital_part')],
  ['balc', () => ''],
  ['acct_mulaid_pay', () => '0.00'],
  ['medins_setl_id', ({ settlement }) => `H001${settlement}`],
  ['refd_setl_flag', ({ refunded }) => refunded],
  ['vali_flag', () => 1],
];

export const setlHeader = `${columns.map(([name]) => name).join(',')}\n`;

/** No cell holds a comma or a quote. */
export const billText = (bill: SettlementBill): string => `${columns.map(([, cell]) => cell(bill)).join(',')}\n`;

export const setlText: LayoutText = { header: setlHeader, row: (papers: Papers) => billText(wholeBill(papers)) };
