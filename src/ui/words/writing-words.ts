/** Words of handing on and taking back: exports, copies, undo, logs. */
import { bilingual } from '../../language.ts';

export const writingWords = bilingual({
  zh: {
    exported: '已导出 {n} 行到 {path}',
    copied: '已复制：{text}',
    tooMuchToCopy: '内容太多，终端的剪贴板放不下；用 :export 导出为文件',
    nothingToUndo: '没有可以撤销或重做的操作',
    logSaved: '{n} 步操作已写入 {path}',
    editedMark: '（改）',
    editsHold: '已按 {n} 处改动重新结算；u 撤销',
  },
  en: {
    exported: '{n} rows exported to {path}',
    copied: 'copied: {text}',
    tooMuchToCopy: 'too much for the clipboard of a terminal; :export writes a file',
    nothingToUndo: 'nothing to undo or redo',
    logSaved: '{n} steps written to {path}',
    editedMark: ' (edited)',
    editsHold: 'settled again with {n} edits; u takes back',
  },
});
