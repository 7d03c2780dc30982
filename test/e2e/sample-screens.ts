/** The screens of the sample hospital: how they are reached, and a fresh terminal that shows one of them. */
import { tmux, workbench } from './terminal.ts';

/** Keys that lead from the overview to the screen, and what is on it when it is there. */
export const screens = [
  { name: 'overview', keys: '1', zh: '[1总览]', en: '[1Overview]', totals: true },
  { name: 'stays', keys: '2', zh: '[2病例]', en: '[2Stays]', totals: true },
  { name: 'why', keys: '2\r', zh: '怎样入组', en: 'How it was grouped', totals: false },
  { name: 'groups', keys: '3', zh: '[3病组]', en: '[3Groups]', totals: true },
  { name: 'departments', keys: '4', zh: '[4科室]', en: '[4Departments]', totals: true },
  { name: 'scenarios', keys: '5', zh: '[5情景]', en: '[5Scenarios]', totals: true },
  { name: 'data', keys: '0', zh: '可以完整回答', en: 'answered in full', totals: true },
] as const;

export type Screen = (typeof screens)[number];

export async function shown(name: string, size: string, { keys, zh, en }: Screen, language: 'zh' | 'en' = 'zh') {
  const opened = await workbench(name, size, language === 'en' ? '--lang en' : '');
  opened.type(keys);
  const frame = await opened.seen(language === 'zh' ? zh : en);
  tmux('kill-session', '-t', name);
  return frame.map(line => line.trimEnd());
}
