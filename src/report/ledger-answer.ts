/** The sentence that answers a clearing, and the notes that belong to it: who owes whom how much, u, what is shared, what stayed out. */
import type { Language } from '../language.ts';
import type { Clearing, InsuranceClearing } from '../payment/clearing/clearing.ts';
import { period } from '../payment/clearing/periods.ts';
import { count, signed, yuan } from './format.ts';
import { insuranceWord } from './ledger-words.ts';
import { minus } from './shown-money.ts';

export function ledgerAnswer({ budget, insurances, rule }: Clearing, language: Language): string {
  const open = insurances.reduce((sum, { final }) => sum + final, 0);
  const amount = yuan(Math.abs(open));
  const parts = insurances.map(one => partOf(one, language));
  const deadline = rule.deadline ? `${budget.year + 1}-${rule.deadline}` : '';
  if (language === 'zh') {
    const who = open === 0 ? '医保与医院两清' : open > 0 ? `医保应再付医院 ${amount} 元` : `医院应退回医保 ${amount} 元`;
    return `${budget.year} 年度清算：${who}（${parts.join('；')}）${deadline === '' ? '' : `，${deadline} 前办结`}。`;
  }
  const who =
    open === 0
      ? 'fund and hospital are even'
      : open > 0
        ? `the fund still owes the hospital ${amount} yuan`
        : `the hospital owes the fund ${amount} yuan`;
  return `Clearing of ${budget.year}: ${who} (${parts.join('; ')})${deadline === '' ? '' : `, due by ${deadline}`}.`;
}

function partOf({ insurance, final, u, sharing }: InsuranceClearing, language: Language): string {
  const zh = language === 'zh';
  const amount = minus(signed(yuan(final)));
  const ratio = u ? `${zh ? '，' : ', '}u ${u.toFixed(4)}` : '';
  const shared = sharing === 0 ? '' : `${zh ? '，分担 ' : ', shared '}${minus(signed(yuan(sharing)))}`;
  return `${insuranceWord(insurance, language)} ${amount}${ratio}${shared}`;
}

export function ledgerNotes(clearing: Clearing, language: Language): readonly string[] {
  const { policy, budget, rule, unbudgeted, otherClock, ledger, insurances } = clearing;
  const zh = language === 'zh';
  const lines = insurances.flatMap(one => one.lines);
  const illustrative = lines.filter(line => line.illustrative).length;
  const at = (which: number) => ledger.filter(row => row.period === which).reduce((sum, row) => sum + row.stays, 0);
  const [undated, years, places] = [at(period.undated), at(period.otherYear), at(period.elsewhere)];
  const clock = zh ? { discharged: '出院', settled: '结算' } : { discharged: 'discharge', settled: 'settlement' };
  const other = rule.clock === 'discharged' ? 'settled' : 'discharged';
  const tails = insurances.filter(({ monthlyTail }) => monthlyTail !== 0);
  return [
    zh ? `政策 ${policy}，预算 ${budget.id}（${budget.file}）` : `policy ${policy}, budget ${budget.id} (${budget.file})`,
    otherClock
      ? zh
        ? `月份按${clock[rule.clock]}日期；按${clock[other]}日期有 ${count(otherClock.stays)} 例、总费用 ${yuan(otherClock.cost)} 元落在另一月份`
        : `months by ${clock[rule.clock]}; by ${clock[other]} ${count(otherClock.stays)} stays, total cost ${yuan(otherClock.cost)}, lie in another month`
      : zh
        ? `月份按${clock[rule.clock]}日期；数据没有${clock[other]}日期`
        : `months by ${clock[rule.clock]}; the data have no day of ${clock[other]}`,
    ...(undated > 0 ? [zh ? `无日期 ${count(undated)} 例，计入本年度` : `${count(undated)} stays without a date count in the year`] : []),
    ...(years > 0 ? [zh ? `其他年度 ${count(years)} 例，不在本次清算` : `${count(years)} stays of other years are not cleared`] : []),
    ...(places > 0 ? [zh ? `异地 ${count(places)} 例，不在本预算` : `${count(places)} stays of other places are not in this budget`] : []),
    ...unbudgeted.map(insurance =>
      zh
        ? `险种 ${insuranceWord(insurance, language)} 没有预算，只列入台账`
        : `${insuranceWord(insurance, language)} has no budget: in the ledger only`,
    ),
    ...tails.map(({ insurance, monthlyTail }) =>
      zh
        ? `${insuranceWord(insurance, language)}：逐月取整与全年一次取整的尾差 ${minus(yuan(monthlyTail))} 元`
        : `${insuranceWord(insurance, language)}: months rounded one by one differ from the year by ${minus(yuan(monthlyTail))} yuan`,
    ),
    ...insurances.flatMap(({ insurance, price }) => {
      if (!price?.swingsTo) return [];
      const [now, next] = [price.price.toFixed(), price.swingsTo.toFixed()];
      return [
        zh
          ? `注意：${insuranceWord(insurance, language)} 的浮动价格反复摆动，没有收敛（按 ${now} 结算，再算一轮为 ${next}），清算结果不是定数`
          : `Warning: the floating price of ${insuranceWord(insurance, language)} swings and does not come to rest (settled at ${now}, one round more gives ${next}): this clearing is not the only one`,
      ];
    }),
    ...(illustrative > 0
      ? [
          zh
            ? `带 * 的 ${illustrative} 行取自示例数值（转述或假设），未核对原文`
            : `${illustrative} lines marked * stand on illustrative numbers (restated or assumed), not checked against a text`,
        ]
      : []),
  ];
}
