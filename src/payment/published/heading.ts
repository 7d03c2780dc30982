/**
 * What a column of a published weight table holds, by the many names regions give it. Headings come in half width, lower case and without
 * blanks. A column of one level of hospital (`支付标准(三级职工)`, `系数-三甲`) is a fact beside the price and never the price itself.
 */

export type Role = 'drg' | 'name' | 'weight' | 'point' | 'yuan' | 'avg_cost' | 'avg_los' | 'coefficient' | 'flag' | 'note' | 'other';

const group = '(?:chs-?)?(?:drgs?)?(?:细分|疾病诊断相关)?(?:病?组|分组|病种)?';
const code = new RegExp(`^(?:${group}_?(?:编码|代码|编号|组号|code)|drgs?组?|病组)$`);
const title = new RegExp(`^${group}_?(?:名称|名|name)$`);
const level = /[一二三四五]级|[三二一][甲乙丙]|[一二三四五]档|[a-z]\d?类|[ⅰⅱⅲⅳⅴ]级|基层|以下|医院/;

export function roleOf(heading: string): Role {
  if (code.test(heading)) return 'drg';
  if (title.test(heading)) return 'name';
  if (/系数|coefficient/.test(heading)) return 'coefficient';
  if (/均费|平均费用|例均费用|^(?:avg|mean)_cost$/.test(heading)) return 'avg_cost';
  if (/(?:均|平均住?院?)(?:住院)?(?:天数|日)|^(?:avg_los|mean_days)$/.test(heading)) return 'avg_los';
  if (/来源|之和|^总权重|总点数|source/.test(heading)) return 'other';
  if (/权重|^(?:基准|基础|相对)?rw(?:值)?$|^weight$/.test(heading)) return 'weight';
  if (/点数|分值|^points?$/.test(heading)) return 'point';
  if (/(?:支付|付费|结算|定额|收费)标准|^(?:pay_?)?standard|^yuan$/.test(heading)) return 'yuan';
  if (/标识|标志|标记|类型|类别|分类|属性|性质|稳定|是否|^flag$/.test(heading)) return 'flag';
  if (/备注|说明|^(?:note|remark)s?$/.test(heading)) return 'note';
  return 'other';
}

/** One level of hospital, one kind of insurance, one hospital: several columns of it stand side by side. */
export const isOfLevel = (heading: string): boolean => level.test(heading) || /职工|居民/.test(heading);
