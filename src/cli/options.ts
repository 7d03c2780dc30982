/** Options that several commands share, written once. */
import type { Argv, Options } from 'yargs';
import type { Language } from '../language.ts';

const shared = {
  output: { alias: 'o', type: 'string', zh: '输出文件，- 为标准输出', en: 'output file, - is standard output' },
  force: { type: 'boolean', zh: '允许覆盖已有文件', en: 'replace an existing file' },
  format: { type: 'string', zh: '输出格式', en: 'output format' },
  catalogue: { type: 'string', zh: '分组方案编号或目录', en: 'catalogue id or folder' },
  profile: {
    type: 'string',
    zh: '列映射编号或 YAML 文件，缺省按表头识别',
    en: 'column profile, id or YAML file; by header when not given',
  },
  map: {
    type: 'string',
    zh: '指明各列：字段=列名[,字段=列名…]，可多次',
    en: 'say what columns are: field=column[,field=column...]; may be repeated',
  },
  'save-profile': { type: 'string', zh: '把这次的列映射存为自己的列映射', en: 'save how the columns were read as your own profile' },
  encoding: { type: 'string', zh: '文件编码，缺省自动识别', en: 'encoding; detected when not given' },
  policy: { type: 'string', zh: '支付政策编号或文件', en: 'policy id or file' },
  strict: { type: 'boolean', zh: '有拒收行即以状态 3 结束', en: 'exit 3 when a row is refused' },
  'keep-staff-names': { type: 'boolean', zh: '保留医生姓名（缺省改为 D001…）', en: 'keep doctors as written (default D001 ...)' },
  codes: {
    choices: ['clinical', 'insurance'],
    zh: '编码版本：clinical 国临版（转换为医保版）、insurance 医保版；缺省按编码判断',
    en: 'codes are of the clinical list (converted) or of the insurance list; by evidence when not given',
  },
  'keep-identifiers': { type: 'boolean', zh: '保留姓名和编号（每个画面都会注明）', en: 'keep names and numbers (every screen says so)' },
  'passphrase-file': { type: 'string', zh: '加密工作区的口令文件（权限 0600）', en: 'passphrase file of an encrypted workspace (0600)' },
  'same-day': { choices: ['0', '1'], default: '1', zh: '当日出入院计几天', en: 'days of a stay that ends on the day it began' },
} as const;

export type SharedOption = keyof typeof shared;

export function withOptions(yargs: Argv, language: Language, names: readonly SharedOption[], own: Record<string, Options> = {}): Argv {
  let all = yargs;
  for (const name of names) {
    const { zh, en, ...rest } = shared[name];
    all = all.option(name, { ...(rest as Options), describe: language === 'zh' ? zh : en });
  }
  for (const [name, option] of Object.entries(own)) all = all.option(name, option);
  return all;
}

/** What loading takes from the line; every command that reads a file has these. */
export const loading = [
  ...(['profile', 'map', 'encoding', 'codes', 'strict', 'same-day', 'keep-staff-names', 'keep-identifiers', 'passphrase-file'] as const),
] satisfies readonly SharedOption[];
