/** Why a step on a saved workspace is not taken, in words. */
import { UserError } from '../errors.ts';
import type { ChangeCounts } from '../stay/merge-loads.ts';

export const noPassphrase = (at: string) =>
  new UserError(
    'PASSPHRASE_MISSING',
    { zh: '工作区已加密，需要口令', en: 'the workspace is encrypted and needs its passphrase' },
    {
      at,
      hint: {
        zh: '在终端里输入，或用环境变量 CASEMIX_PASSPHRASE、--passphrase-file FILE 给出。',
        en: 'Type it at a terminal, or give it by CASEMIX_PASSPHRASE or --passphrase-file FILE.',
      },
    },
  );

export const unknownLoad = (load: number, loads: number) =>
  new UserError(
    'LOAD_UNKNOWN',
    { zh: `没有第 ${load} 次载入，共 ${loads} 次`, en: `there is no load ${load}; there are ${loads}` },
    { hint: { zh: 'casemix workspace show W 列出每次载入。', en: 'casemix workspace show W lists the loads.' } },
  );

export const wrongState = (load: number, state: 'in_force' | 'undone') =>
  new UserError(
    'LOAD_UNKNOWN',
    state === 'undone'
      ? { zh: `第 ${load} 次载入已经撤销`, en: `load ${load} is undone already` }
      : { zh: `第 ${load} 次载入没有撤销，无需恢复`, en: `load ${load} is in force and needs no restoring` },
    { hint: { zh: 'casemix workspace show W 列出每次载入的状态。', en: 'casemix workspace show W says how each load stands.' } },
  );

export const loadedAlready = (file: string, load: number) =>
  new UserError(
    'LOADED_ALREADY',
    {
      zh: `${file} 已在第 ${load} 次载入，且行里没有结算号，再载入会重复计算`,
      en: `${file} is in load ${load} already and its rows have no settlement number: they would count twice`,
    },
    {
      hint: {
        zh: `要换一种读法，先用 casemix workspace undo W --load ${load} 撤销。`,
        en: `To read it another way, undo it first: casemix workspace undo W --load ${load}.`,
      },
    },
  );

export const linesLoadedAlready = (file: string, load: number) =>
  new UserError(
    'LOADED_ALREADY',
    { zh: `${file} 的明细已在第 ${load} 次载入`, en: `the item lines of ${file} are in load ${load} already` },
    {
      hint: {
        zh: `要重新读取，先用 casemix workspace undo W --load ${load} 撤销；更正过的明细是另一个文件，可直接载入，整例替换。`,
        en: `To read it again, undo it first: casemix workspace undo W --load ${load}. Corrected lines come as another file and replace those of each stay as a whole.`,
      },
    },
  );

export function monthClosed(touched: readonly ({ readonly month: string } & ChangeCounts)[]): UserError {
  const zh = touched.map(({ month, added, corrected, removed }) => `${month} 新增 ${added}、更正 ${corrected}、移出 ${removed}`).join('；');
  const en = touched
    .map(({ month, added, corrected, removed }) => `${month} ${added} added, ${corrected} corrected, ${removed} removed`)
    .join('; ');
  return new UserError(
    'MONTH_CLOSED',
    { zh: `会改动已关账的月份，全部没有执行：${zh}`, en: `a closed month would change, nothing was done: ${en}` },
    {
      hint: {
        zh: `确要改动：casemix workspace reopen W --month ${touched[0]!.month} --reason 原因。`,
        en: `If it has to be: casemix workspace reopen W --month ${touched[0]!.month} --reason TEXT.`,
      },
    },
  );
}

const states = {
  closed: { zh: '已经关账', en: 'is closed already' },
  open: { zh: '没有关账', en: 'is not closed' },
  none: { zh: '不是月份', en: 'is no month' },
};

export const monthInvalid = (month: string, state: keyof typeof states) =>
  new UserError(
    'MONTH_INVALID',
    { zh: `${shown(month)} ${states[state].zh}`, en: `${shown(month)} ${states[state].en}` },
    {
      hint: {
        zh: '月份写作 2025-03；casemix workspace show W 列出已关账的月份。',
        en: 'Write a month as 2025-03; casemix workspace show W lists those closed.',
      },
    },
  );

const shown = (text: string): string => text.replaceAll(/[^\p{L}\p{N}-]/gu, '?').slice(0, 20);
