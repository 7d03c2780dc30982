/** The work list of special cases for a person: what it comes to by hospital, then the candidates. */
import { bilingual, type Language } from '../language.ts';
import { count, signed, yuan } from './format.ts';
import { printable } from './printable.ts';
import { reasonsText, type SpecialRow, type SpecialWork } from './special-rows.ts';
import { textTable } from './text-table.ts';

export function specialText(rows: readonly SpecialRow[], work: Pick<SpecialWork, 'policy'>, language: Language): string {
  const say = words[language];
  const head = say.head.replace('{policy}', work.policy).replace('{n}', count(rows.length));
  if (rows.length === 0) return `${head}\n`;
  return [head, hospitals(rows, language), candidates(rows, language), say.order, ''].join('\n\n').trimEnd().concat('\n');
}

function hospitals(rows: readonly SpecialRow[], language: Language): string {
  const say = words[language];
  const names = [...new Set(rows.map(({ hospital }) => hospital))].sort();
  const right = [say.discharges, say.quota, say.candidates, say.inside, say.left, say.gain].map(head => ({
    head,
    align: 'right' as const,
  }));
  return textTable({
    columns: [{ head: say.hospital, align: 'left' }, ...right],
    rows: names.map(name => {
      const own = rows.filter(({ hospital }) => hospital === name);
      const inside = own.filter(({ status }) => status === 'inside');
      const { discharges, quota } = own[0]!.found;
      const gain = inside.reduce((sum, { found }) => sum + found.approved - found.payment, 0);
      const left = own.filter(({ status }) => status === 'over_quota').length;
      return [printable(name) || '–', ...[discharges, quota, own.length, inside.length, left].map(count), signed(yuan(gain))];
    }),
    footer: [],
  });
}

function candidates(rows: readonly SpecialRow[], language: Language): string {
  const say = words[language];
  const right = (head: string) => ({ head, align: 'right' as const });
  const left = (head: string, widest?: number) => ({ head, align: 'left' as const, ...(widest ? { widest } : {}) });
  return textTable({
    columns: [
      ...[right(say.rank), left(say.status), left(say.stay), left(say.department, 14), left(say.drg), right(say.days)],
      ...[right('R'), right('C'), right('S'), right('C − S'), right(say.paid), right(say.approved), left(say.reasons, 72)],
    ],
    rows: rows.map(row => [
      row.found.rank === 0 ? '–' : String(row.found.rank),
      say[row.status],
      ...[row.stay, printable(row.department), row.drg, row.days || '–', row.ratio],
      ...[row.found.cost, row.found.standard].map(yuan),
      signed(yuan(row.found.cost - row.found.standard)),
      ...[row.found.payment, row.found.approved].map(yuan),
      printable(reasonsText(row)),
    ]),
    footer: [],
  });
}

const words = bilingual({
  zh: {
    head: '{policy}：符合特例单议条件 {n} 例',
    order:
      '按 C − S 从大到小排列，相同的按病例编号（S0000001…，即文件中各行的先后）；限额为各医院出院人次 × 比例，向下取整。按特例支付不高于现行支付的不申报、不占限额。',
    hospital: '医院',
    discharges: '出院人次',
    quota: '限额',
    candidates: '候选',
    left: '超限额',
    gain: '支付额增加',
    rank: '序',
    status: '结论',
    stay: '病例',
    department: '科室',
    drg: '病组',
    days: '天数',
    paid: '现行支付',
    approved: '特例支付',
    reasons: '理由',
    inside: '限额内',
    over_quota: '超限额',
    no_gain: '不申报',
  },
  en: {
    head: '{policy}: {n} candidates for special case review',
    order:
      'Ordered by C − S, equal ones by stay id (S0000001 ..., the order of rows in the file); the quota is the discharges of each hospital × the share, rounded down. What would not be paid more is not filed and takes no place.',
    hospital: 'hospital',
    discharges: 'discharges',
    quota: 'quota',
    candidates: 'candidates',
    left: 'over quota',
    gain: 'paid more',
    rank: 'no.',
    status: 'result',
    stay: 'stay',
    department: 'department',
    drg: 'group',
    days: 'days',
    paid: 'paid now',
    approved: 'as special',
    reasons: 'reasons',
    inside: 'inside',
    over_quota: 'over quota',
    no_gain: 'not filed',
  },
});
