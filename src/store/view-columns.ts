/** The dictionary of the views: what every column means and in which unit. A test holds it against the views. */
import type { MoneyField } from '../stay/stay-table.ts';
import { moneyFields } from '../stay/stay-table.ts';

export type ViewColumn = {
  readonly view: string;
  readonly column: string;
  readonly unit: string;
  readonly zh: string;
  readonly en: string;
};

const money: Readonly<Record<MoneyField, readonly [zh: string, en: string]>> = {
  total: ['医疗费总额', 'total charges'],
  bed: ['床位费', 'bed'],
  consultation: ['诊察费', 'consultation'],
  examination: ['检查费', 'examination'],
  laboratory: ['化验费', 'laboratory'],
  treatment: ['治疗费', 'treatment'],
  surgery: ['手术费', 'surgery'],
  nursing: ['护理费', 'nursing'],
  materials: ['卫生材料费', 'materials'],
  western_drug: ['西药费', 'western drugs'],
  herbal_slices: ['中药饮片费', 'herbal slices'],
  patent_drug: ['中成药费', 'patent Chinese drugs'],
  general_service: ['一般诊疗费', 'general service'],
  registration: ['挂号费', 'registration'],
  other_charge: ['其他费', 'other charges'],
  own_pay: ['全自费金额', 'outside the catalogue'],
  over_limit: ['超限价自费', 'above price limits'],
  pre_selfpay: ['先行自付', 'self-pay before sharing'],
  in_scope: ['符合政策范围金额', 'within policy scope'],
  deductible: ['起付标准', 'deductible'],
  fund: ['统筹基金支付', 'pool fund'],
  serious_illness: ['居民大病保险', 'serious illness insurance'],
  large_amount: ['职工大额补助', 'large amount subsidy'],
  civil_servant: ['公务员补助', 'civil servant subsidy'],
  enterprise: ['企业补充', 'enterprise supplement'],
  medical_aid: ['医疗救助', 'medical aid'],
  other_fund: ['其他基金', 'other funds'],
  account: ['个人账户支出', 'personal account'],
  cash: ['个人现金支出', 'cash'],
  hospital_part: ['医院负担', 'borne by the hospital'],
};

/** Columns that mean the same in every view they stand in. */
const meanings: Readonly<Record<string, readonly [unit: string, zh: string, en: string]>> = {
  stay_id: ['', '病例号（去标识化序号）', 'stay, a sequence number without the record number'],
  visit_id: ['', '就诊号，数据未给时为空', 'visit; NULL when the data do not say'],
  patient_key: ['', '患者键（密钥散列，用于找再入院）', 'keyed digest of the patient, to find re-admissions'],
  hospital: ['', '医院', 'hospital'],
  hospital_level: ['', '医院级别', 'hospital level'],
  insurance: ['', '险种（310 职工，390 居民）', 'insurance type (310 employee, 390 resident)'],
  patient_category: ['', '人员类别', 'patient category'],
  visit_type: ['', '医疗类别', 'kind of visit'],
  place: ['', '参保地 local | province | remote', 'place of insurance: local | province | remote'],
  insured_region: ['', '参保统筹区，代码或名称', 'insured region, its code or name'],
  sex: ['', '性别 1 男 2 女', '1 male, 2 female'],
  age: ['year', '年龄', 'age in whole years'],
  age_days: ['day', '不足一岁的日龄', 'age in days when under one year'],
  birth_weight_g: ['g', '出生或入院体重', 'birth or admission weight'],
  admitted: ['date', '入院日期', 'admitted'],
  discharged: ['date', '出院日期', 'discharged'],
  month: ['month', '出院月份', 'month of discharge'],
  days: ['day', '住院天数', 'days'],
  discharge_way: ['', '离院方式', 'way of discharge'],
  department: ['', '出院科室', 'department'],
  doctor: ['', '医生（代号）', 'doctor, as a code'],
  day_surgery: ['0/1', '日间手术', 'day surgery'],
  icu_hours: ['hour', '重症监护时长', 'hours in intensive care'],
  vent_hours: ['hour', '呼吸机时长', 'hours on a ventilator'],
  readmit_planned: ['0/1', '31 天内再入院计划', 're-admission within 31 days planned'],
  principal_dx: ['', '主要诊断编码', 'principal diagnosis'],
  main_px: ['', '主要手术操作编码', 'main procedure'],
  patient_fen: ['fen', '个人负担 = 个人账户 + 现金', 'patient = account + cash'],
  other_fen: ['fen', '统筹以外的基金', 'funds beyond the pool'],
  settled: ['date', '结算日期', 'settled'],
  refunded: ['0/1', '已退费', 'refunded'],
  source_file: ['', '来源文件', 'source file'],
  source_row: ['', '来源行（表头为 1）', 'record number in the source file (header = 1)'],
  seq: ['', '次序，1 为主要', 'position, 1 is the principal one'],
  code: ['', '编码', 'code'],
  catalogue: ['', '分组方案', 'catalogue'],
  mdc: ['', '主要诊断大类', 'major diagnostic category'],
  adrg: ['', '核心组', 'ADRG'],
  drg: ['', '细分组', 'DRG'],
  drg_name: ['', '病组名称', 'name of the DRG'],
  status: ['', 'grouped 入组 | ambiguous 歧义 | ungrouped 未入组', 'grouped | ambiguous | ungrouped'],
  severity: [
    '',
    '病例：最重的合并症 none | cc | mcc；提示：error | warning | info',
    'of a stay: heaviest complication none | cc | mcc; of a finding: error | warning | info',
  ],
  run: ['', '运行号', 'run'],
  scenario: ['', '情景', 'scenario'],
  title: ['', '情景名称', 'title of the scenario'],
  method: ['', '支付方法', 'payment method'],
  policy: ['', '支付政策', 'policy'],
  band: [
    '',
    '支付类别 out | ffs | normal | low | mid_low | high | ratio | unpriced | rule | at_cost | special | per_diem | single_disease | quota | budget | capitation',
    'how the stay was paid',
  ],
  reason: ['', '未定价原因', 'why there is no price'],
  weight: ['weight', '权重；无价格时为空', 'weight; NULL without a price'],
  cost_fen: ['fen', '总费用；排除的病例为 0', 'cost; 0 for stays that are out'],
  standard_fen: ['fen', '支付标准', 'standard'],
  payment_fen: ['fen', '支付额', 'payment after outlier rules'],
  margin_fen: ['fen', '差额 = 实收 − 总费用', 'margin = receipts - cost'],
  category: ['', '费用类别', 'charge category'],
  item: ['', '项目，类别合计时为空', 'item; NULL for the sum of a category'],
  name: ['', '项目名称', 'name of the item'],
  quantity: ['', '数量', 'quantity'],
  price_fen: ['fen', '单价', 'price of one'],
  charged: ['date', '收费日期', 'charged'],
  selfpay_share: ['share', '先行自付比例，0 到 1', 'share the patient pays first, 0 to 1'],
  insurer_drg: ['', '医保分组结果', "the insurer's own group"],
  insurer_weight: ['', '医保给出的权重，如原文', "the insurer's own weight, as written"],
  insurer_payment_fen: ['fen', '医保给出的支付额', "the insurer's own payment"],
  settlement_key: ['', '结算号（密钥散列）', 'keyed digest of the settlement number'],
  amount_fen: ['fen', '金额', 'amount'],
  stays: ['stay', '例数', 'stays'],
  file: ['', '文件', 'file'],
  sha256: ['', '文件的 SHA-256', 'SHA-256 of the file'],
  encoding: ['', '编码', 'encoding'],
  profile: ['', '列布局', 'column profile'],
  format: ['', '文件格式，未保存时为空', 'format of the file; NULL when it was not kept'],
  document: ['', '单据 stay | list | front_page | settlement | charges', 'paper: stay | list | front_page | settlement | charges'],
  score: ['share', '列布局的匹配度', 'share of the header that the profile explains'],
  basis: ['', '列含义的依据 official | restated | assumption', 'who says what the columns mean: official | restated | assumption'],
  read_rows: ['row', '读取行数', 'rows read'],
  loaded_rows: ['row', '载入行数', 'rows loaded'],
  refused_rows: ['row', '拒收行数', 'rows refused'],
  class: ['', '类别 completeness | validity | consistency', 'kind of fault: completeness | validity | consistency'],
  row: ['', '行（表头为 1）', 'record number (header = 1)'],
  column_name: ['', '列', 'column'],
  value: ['', '内容（标识列遮盖）', 'what stood there, identifiers masked'],
  kind: [
    '',
    '标识 stay 结算号 | visit 就诊号 | record 病案号 | name 姓名 | certificate 证件号',
    'identifier: stay (settlement number) | visit | record | name | certificate',
  ],
  rule: ['', '规则', 'rule'],
  effect: ['', 'refused 拒收 | noted 提示', 'refused | noted'],
  ...Object.fromEntries(moneyFields.map(field => [`${field}_fen`, ['fen', ...money[field]]] as const)),
};

/** Columns that mean something else in one view. */
const own: typeof meanings = {
  'v_identifier.value': ['', '原文；未加 --keep-identifiers 时没有行', 'as the file has it; no rows without --keep-identifiers'],
};

const views: Readonly<Record<string, readonly string[]>> = {
  v_stay: [
    ...[
      'stay_id',
      'visit_id',
      'patient_key',
      'hospital',
      'hospital_level',
      'insurance',
      'patient_category',
      'visit_type',
      'place',
      'insured_region',
      'sex',
    ],
    ...['age', 'age_days', 'birth_weight_g', 'admitted', 'discharged', 'month', 'days', 'discharge_way', 'department', 'doctor'],
    ...['day_surgery', 'icu_hours', 'vent_hours', 'readmit_planned', 'principal_dx', 'main_px'],
    ...moneyFields.map(field => `${field}_fen`),
    ...['patient_fen', 'other_fen', 'settled', 'refunded', 'insurer_drg', 'insurer_weight', 'insurer_payment_fen'],
    ...['source_file', 'source_row'],
  ],
  v_diagnosis: ['stay_id', 'seq', 'code'],
  v_procedure: ['stay_id', 'seq', 'code'],
  /** Empty unless identifiers were asked for (--keep-identifiers). */
  v_identifier: ['stay_id', 'kind', 'value'],
  v_grouping: ['stay_id', 'catalogue', 'mdc', 'adrg', 'drg', 'drg_name', 'status', 'severity'],
  v_stay_payment: [
    ...['run', 'scenario', 'title', 'method', 'catalogue', 'policy', 'stay_id', 'hospital', 'department', 'doctor', 'insurance', 'place'],
    ...['discharged', 'month', 'days', 'mdc', 'adrg', 'drg', 'drg_name', 'status', 'severity', 'band', 'reason', 'weight', 'cost_fen'],
    ...['standard_fen', 'payment_fen', 'fund_fen', 'patient_fen', 'other_fen', 'margin_fen'],
  ],
  v_charge: [
    ...['stay_id', 'department', 'discharged', 'category', 'item', 'name', 'quantity', 'price_fen', 'amount_fen'],
    ...['charged', 'selfpay_share'],
  ],
  v_settlement: [
    ...['stay_id', 'settlement_key', 'settled', 'refunded', 'total_fen', 'fund_fen', 'patient_fen', 'other_fen'],
    ...['source_file', 'source_row'],
  ],
  v_file: [
    ...['file', 'sha256', 'encoding', 'profile', 'format', 'document', 'score', 'basis'],
    ...['read_rows', 'loaded_rows', 'refused_rows'],
  ],
  v_month: ['month', 'stays', 'days', 'total_fen', 'fund_fen', 'patient_fen', 'other_fen'],
  v_finding: ['file', 'row', 'column_name', 'value', 'rule', 'class', 'severity', 'effect'],
};

export const viewColumns: readonly ViewColumn[] = Object.entries(views).flatMap(([view, columns]) =>
  columns.map(column => {
    const [unit, zh, en] = own[`${view}.${column}`] ?? meanings[column] ?? missing(column);
    return { view, column, unit, zh, en };
  }),
);

function missing(column: string): never {
  throw new Error(`the dictionary of the views has no column ${column}`);
}
