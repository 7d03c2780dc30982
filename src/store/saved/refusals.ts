/** Why a workspace file is not opened, in words. */
import { UserError } from '../../errors.ts';
import { FORMAT_VERSION } from '../tables.ts';

export const notAWorkspace = (at: string) =>
  new UserError(
    'FILE_UNREADABLE',
    { zh: '不是 casemix 工作区文件', en: 'not a casemix workspace' },
    {
      at,
      hint: {
        zh: '工作区由 casemix load FILE --save W.casemix 写成；数据文件请直接载入。',
        en: 'A workspace is written by casemix load FILE --save W.casemix; load a data file directly.',
      },
    },
  );

export const newerVersion = (version: string, at: string) =>
  new UserError(
    'FILE_UNREADABLE',
    {
      zh: `工作区格式版本 ${version}，本程序读到版本 ${FORMAT_VERSION}`,
      en: `workspace format version ${version}, this program reads up to version ${FORMAT_VERSION}`,
    },
    {
      at,
      hint: {
        zh: '请用写它的程序版本打开，或从原始文件重新载入。',
        en: 'Open it with the version of the program that wrote it, or load the original files again.',
      },
    },
  );

export const foreignObject = (name: string, at: string) =>
  new UserError(
    'WORKSPACE_DAMAGED',
    {
      zh: `工作区里有不是 casemix 写的表、视图或触发器，或缺少应有的：${shown(name)}。文件没有执行`,
      en: `the workspace has a table, view or trigger that casemix did not write, or lacks one: ${shown(name)}; nothing of it was run`,
    },
    { at, hint: again },
  );

export const damaged = (at: string, where?: { readonly zh: string; readonly en: string }) =>
  new UserError(
    'WORKSPACE_DAMAGED',
    {
      zh: `工作区文件已损坏或被其他程序改动${where ? `：${where.zh}` : ''}`,
      en: `the workspace file is damaged or was changed by another program${where ? `: ${where.en}` : ''}`,
    },
    { at, hint: again },
  );

export const truncated = (at: string) =>
  damaged(at, { zh: '文件长度与其记载不符（可能不完整）', en: 'its length is not what it says (it may be cut off)' });

const again = {
  zh: '用备份，或从原始文件重新载入；casemix verify 指出第一处问题。',
  en: 'Use a copy, or load the original files again; casemix verify names the first thing that is wrong.',
};

/** A name from a file of somebody else. */
const shown = (name: string): string => name.replaceAll(/[^\p{L}\p{N}_.-]/gu, '?').slice(0, 40);
