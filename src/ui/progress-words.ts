/** How far a job is, in words: `读取 412,000 行（41%）· 38 万行/秒 · 还需 2 秒`. */
import { bilingual, type Language } from '../language.ts';
import { count, percent } from '../report/format.ts';
import type { Progress } from './office.ts';

/** Remembers when each stage began, so that speed and what is left can be told. */
export function progressWords(now: () => number = () => performance.now()): (progress: Progress, language: Language) => string {
  let stage: Progress['stage'] | undefined;
  let began = 0;
  return (progress, language) => {
    if (progress.stage !== stage) {
      stage = progress.stage;
      began = now();
    }
    const passed = (now() - began) / 1000;
    const text = words[language];
    const { rows, share, of } = progress;
    const name = text[progress.stage] + (of === undefined ? '' : ` ${of}`);
    if (rows === undefined) return `${name}${share === undefined ? ' …' : ` ${percent(share, 1, 0)}`}`;
    const told = [`${name} ${count(rows)}${text.rows}${share === undefined ? '' : text.share.replace('{n}', percent(share, 1, 0))}`];
    // Before a second has passed a speed would be a guess.
    if (passed >= 1 && share !== undefined && share > 0) {
      told.push(text.speed.replace('{n}', speedText(rows / passed, language)));
      told.push(text.left.replace('{n}', count(Math.max(0, Math.ceil((passed / share) * (1 - share))))));
    }
    return told.join(' · ');
  };
}

const speedText = (perSecond: number, language: Language): string =>
  language === 'zh' && perSecond >= 10_000 ? `${count(Math.round(perSecond / 10_000))} 万` : count(Math.round(perSecond));

const words = bilingual({
  zh: {
    load: '读取',
    group: '分组',
    settle: '结算',
    compare: '比较',
    rows: ' 行',
    share: '（{n}）',
    speed: '{n}行/秒',
    left: '还需 {n} 秒',
  },
  en: {
    load: 'reading',
    group: 'grouping with',
    settle: 'settling',
    compare: 'comparing',
    rows: ' rows',
    share: ' ({n})',
    speed: '{n} rows/s',
    left: '{n} s left',
  },
});
