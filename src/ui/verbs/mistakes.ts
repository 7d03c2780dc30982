/** What can be wrong with a step. */
import { UserError } from '../../errors.ts';

export const unknownVerb = (verb: string): UserError =>
  new UserError(
    'STEP_UNKNOWN',
    { zh: `没有“${verb}”这个命令`, en: `there is no command "${verb}"` },
    { hint: { zh: '按 : 再输入几个字，列出可用的命令', en: 'press : and type a few letters to see the commands' } },
  );

export const badValue = (verb: string, value: string, wanted: { readonly zh: string; readonly en: string }): UserError =>
  new UserError('STEP_INVALID', { zh: `${verb} 不能用“${value}”`, en: `${verb} does not take "${value}"` }, { hint: wanted });
