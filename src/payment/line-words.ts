/** What the labels of payment lines say to a person. */
import { bilingual } from '../language.ts';

export const lineWords = bilingual({
  zh: {
    cost: '总费用',
    as_on_bill: '基金按原结算',
    standard: '支付标准',
    excess: '高倍率追加',
    no_excess: '高倍率追加：按追加基准未超过上限，只付支付标准',
    points_at_cost: '按费用折算点数',
    cost_less_standard: '费用减支付标准',
    cost_less_band: '费用减区间',
    share_of_cost: '按费用比例支付',
    payment: '支付额',
    fund_share: '按原基金比例',
    less_patient: '减个人负担',
    less_other: '减其他基金',
    not_below_zero: '个人及其他负担已超过支付额，基金不倒扣，补至 0',
  },
  en: {
    cost: 'total cost',
    as_on_bill: 'fund as on the bill',
    standard: 'standard',
    excess: 'excess of a high outlier',
    no_excess: 'excess of a high outlier: none over the cap by the benchmark of the excess, the standard is paid',
    points_at_cost: 'points at cost',
    cost_less_standard: 'cost less standard',
    cost_less_band: 'cost less band',
    share_of_cost: 'share of cost',
    payment: 'payment',
    fund_share: "fund's share on the bill",
    less_patient: 'less what the patient pays',
    less_other: 'less other funds',
    not_below_zero: 'patient and others already pay more than the payment: the fund pays 0, it takes nothing back',
  },
});
