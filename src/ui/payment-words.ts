/** Names of payment lines as a person reads them; a label nobody translated is shown as it is. */
import { bilingual, type Language } from '../language.ts';

const labels = bilingual({
  zh: {
    standard: '支付标准',
    cost: '按实际费用',
    excess: '超出部分',
    points_at_cost: '按费用折算点数',
    cost_less_standard: '费用减支付标准',
    cost_less_band: '费用减倍率线',
    payment: '支付额',
    patient: '个人负担',
    other: '其他基金',
    fund: '基金支付',
    share: '按比例',
    floor: '不低于零',
  },
  en: {
    standard: 'standard',
    cost: 'at cost',
    excess: 'excess',
    points_at_cost: 'points at cost',
    cost_less_standard: 'cost less standard',
    cost_less_band: 'cost less the line',
    payment: 'payment',
    patient: 'patient',
    other: 'other payers',
    fund: 'fund',
    share: 'share',
    floor: 'not below zero',
  },
});

export function lineLabel(label: string, language: Language): string {
  const words: Readonly<Record<string, string>> = labels[language];
  return words[label] ?? label;
}
