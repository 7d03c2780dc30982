/** Words of the shell: frame, help, messages, plain mode, in both languages. */
import { bilingual } from '../../language.ts';

export const shellWords = bilingual({
  zh: {
    sampleHospital: '示范医院',
    working: '整理中',
    escCancels: 'Esc 取消',
    keysMove: '移动',
    keysTable: '表格',
    keysScreens: '画面',
    keysShell: '工作台',
    keysTyping: '输入筛选和命令时',
    commands: '命令（: 之后输入）',
    rowsShown: '第 {from}–{to} 行，共 {all} 行',
    filteredBy: '筛选 {text}',
    editsStay: '已载入；{n} 处改动仍然有效',
    editsGone: '比较已换；原来的 {n} 处改动不再有效',
    plainHelp: '逐行输入命令，help 列出全部，more 看下面的行，quit 退出。',
  },
  en: {
    sampleHospital: 'Sample hospital',
    working: 'working',
    escCancels: 'Esc cancels',
    keysMove: 'Moving',
    keysTable: 'Table',
    keysScreens: 'Screens',
    keysShell: 'Workbench',
    keysTyping: 'While typing a filter or a command',
    commands: 'Commands (typed after :)',
    rowsShown: 'rows {from}-{to} of {all}',
    filteredBy: 'filter {text}',
    editsStay: 'loaded; {n} edits still hold',
    editsGone: 'another comparison; the {n} edits of before are gone',
    plainHelp: 'One command a line; help lists them, more shows the rows below, quit leaves.',
  },
});
