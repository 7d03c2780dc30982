/** What a person did wrong and what to do about it, on one line: `x.csv: 没有这个文件；请检查路径`. */
import type { UserError } from '../errors.ts';
import type { Language } from '../language.ts';

export const mistakeText = ({ at, text, hint }: UserError, language: Language): string =>
  `${at ? `${at}: ` : ''}${text[language]}${language === 'zh' ? '；' : '; '}${hint[language]}`;
