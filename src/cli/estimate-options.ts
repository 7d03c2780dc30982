/** The options of `settle --estimate`; loaded with every command line, so nothing that computes is named here. */
import type { Options } from 'yargs';
import type { Language } from '../language.ts';
import type { CarePlace } from '../payment/benefit/names.ts';

export const carePlaces = ['local', 'filed', 'referred', 'unfiled'] as const satisfies readonly CarePlace[];

/** What a patient has used of the year. */
export const yearNames = ['pool', 'out_of_pocket', 'above_cap', 'beyond', 'aid'] as const;

export const estimateOptions = (language: Language): Record<string, Options> => {
  const option = (zh: string, en: string, rest: Options = { type: 'string' }): Options => ({
    ...rest,
    describe: language === 'zh' ? zh : en,
  });
  return {
    estimate: option('估算一例：不读文件，按下面各项', 'estimate one case from the options below, no file', { type: 'boolean' }),
    benefit: option('待遇文件编号或路径，缺省用政策里写的', 'benefit file, id or path; the policy names it when not given'),
    dx: option('估算：诊断编码，主要诊断在前，逗号分隔', 'estimate: diagnosis codes, principal first, by commas'),
    px: option('估算：手术操作编码，主要手术在前', 'estimate: procedure codes, main first'),
    sex: option('估算：1 男 2 女', 'estimate: 1 male, 2 female'),
    age: option('估算：周岁', 'estimate: years'),
    'age-days': option('估算：日龄（不足 1 岁）', 'estimate: days, when younger than a year'),
    weight: option('估算：新生儿体重，克', 'estimate: birth weight in grams'),
    days: option('估算：住院天数', 'estimate: days of the stay'),
    'discharge-way': option('估算：离院方式', 'estimate: way of discharge'),
    department: option('估算：科室', 'estimate: department'),
    hospital: option('估算：医院编号', 'estimate: hospital id'),
    cost: option('估算：总费用，元', 'estimate: total cost in yuan'),
    'own-pay': option('估算：全自费，元', 'estimate: own-pay (outside the catalogue)'),
    'over-limit': option('估算：超限价自费，元', 'estimate: over the price limit'),
    'pre-selfpay': option('估算：先行自付，元', 'estimate: pre-selfpay'),
    class: option('估算：按类别算先行自付，如 乙类=5000；可多次', 'estimate: pre-selfpay by class of item, class=amount; may be repeated'),
    'civil-servant': option('估算：公务员补助，元', "estimate: paid by the civil servants' fund"),
    'other-fund': option('估算：其他基金，元', 'estimate: paid by other funds'),
    'hospital-part': option('估算：医院负担，元', 'estimate: borne by the hospital'),
    insurance: option('估算：险种，如 310', 'estimate: insurance, such as 310'),
    level: option('估算：医院级别，如 三级', 'estimate: level of the hospital'),
    admission: option('估算：本年第几次住院', 'estimate: which admission of the year'),
    retired: option('估算：退休', 'estimate: retired', { type: 'boolean' }),
    place: option('估算：就医地', 'estimate: where care is given', { choices: carePlaces }),
    aid: option('估算：医疗救助人群，如 低保', 'estimate: group of medical aid'),
    'paid-so-far': option(
      `估算：本年已用，如 pool=200000；可多次（${yearNames.join('、')}）`,
      `estimate: used this year, such as pool=200000; may be repeated (${yearNames.join(', ')})`,
    ),
  };
};
