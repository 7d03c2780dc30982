/**
 * The thirteen columns of the import template of the public OpenDRG web tool. 病案号 is the patient's record number and repeats when the
 * patient comes again; insurance is written as the code of the settlement (insutype), sex and way of discharge in words.
 */
import { yuanText } from '../../money.ts';
import { type Column, csvText } from './csv.ts';

const ways: Readonly<Record<string, string>> = {
  '1': '医嘱离院',
  '2': '医嘱转院',
  '3': '医嘱转社区卫生服务机构/乡镇卫生院',
  '4': '非医嘱离院',
  '5': '死亡',
  '9': '其他',
};

const columns: readonly Column[] = [
  ['病案号', ({ record }) => record],
  ['性别', ({ stay }) => (stay.patient.sex === 1 ? '男' : '女')],
  ['年龄', ({ stay }) => stay.patient.age],
  ['新生儿年龄天', ({ stay }) => stay.patient.ageDays ?? ''],
  ['新生儿出生体重', ({ stay }) => stay.patient.birthWeight ?? ''],
  ['出院科室', ({ stay }) => stay.department],
  ['医生', ({ stay }) => stay.doctor],
  ['住院天数', ({ stay }) => stay.bill.days],
  ['离院方式', ({ stay }) => ways[stay.dischargeWay]!],
  ['医保类型', ({ stay }) => stay.patient.insurance],
  ['总费用', ({ stay }) => yuanText(stay.bill.total)],
  ['诊断编码', ({ stay }) => stay.dx.join('|')],
  ['手术操作编码', ({ stay }) => stay.px.join('|')],
];

export const openDrgText = csvText(columns, { mark: true, lineEnd: '\r\n' });
