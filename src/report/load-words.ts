/** The words of the load report. */
import { bilingual } from '../language.ts';

export const loadWords = bilingual({
  zh: {
    answer: '载入 {stays} 例：{files} 个文件，读取 {read} 行 = 载入 {loaded} + 拒收 {refused}。{matters}',
    identifiers: '含标识：按要求保留了姓名或编号。',
    linesOfOthers: '{lines} 行明细属于工作区里已有的 {stays} 例。',
    matters: '最要紧：{rule}（{severity}，{times} 次）。',
    onlyInfo: '没有错误和警告。',
    noFindings: '没有提示。',
    settlements: '{settlements} 笔结算成为 {stays} 例：{joined} 例由多笔结算合并，{netted} 笔退费或被退的结算已对冲。',
    loneRefunds: '{n} 笔退费找不到原结算，未计入任何病例：合计 {yuan} 元。',
    converted: '{file}：按国临版编码转换为医保版（{why}），{stays} 例的 {codes} 个编码已转换。',
    onEvidence: '只在一个编码表中的 {all} 个编码里 {clinical} 个是国临版',
    onRequest: '按要求',
    file: '文件',
    sha256: 'sha256',
    format: '格式',
    document: '内容',
    encoding: '编码',
    separator: '分隔符',
    profile: '布局',
    headerRow: '表头行',
    read: '读取',
    loaded: '载入',
    refused: '拒收',
    unverified: '未核对',
    findings: '提示 {n} 条，按规则：',
    severity: '级别',
    class: '类别',
    rule: '规则',
    effect: '结果',
    times: '次数',
    examples: '最先出现（行:列=内容）',
    examplesOfFiles: '最先出现（文件 行:列=内容）',
    dropped: '未保留的标识列：{columns}',
    unused: '未使用的列：{columns}',
    andMore: '…… 另 {n} 项（--format json 全部列出）',
    passedOver: '没有读的表：{names}',
    passedUnknown: '{name}（不认识的表头）',
    passedAgain: '{name}（同一文件再次给出）',
    meant: '{column}（应为 {known}？）',
    questions: '这些数据能回答的问题：',
    question: '问题',
    canAnswer: '能否回答',
    withData: '有数据的病例',
    lacks: '缺少',
    mapping: '{file} 的列：',
    ourColumn: '本系统的列',
    theirColumns: '文件的列',
  },
  en: {
    answer: 'stays loaded: {stays}; files: {files}; rows read {read} = loaded {loaded} + refused {refused}. {matters}',
    identifiers: 'With identifiers: names or numbers were kept as asked.',
    linesOfOthers: 'item lines of stays that the workspace had already: {lines}, of {stays} stays.',
    matters: 'What matters most: {rule} ({severity}, times: {times}).',
    onlyInfo: 'No errors and no warnings.',
    noFindings: 'No findings.',
    settlements:
      'settlements: {settlements}, stays made of them: {stays}; of several settlements: {joined}; settlements refunded or taking one back, netted: {netted}.',
    loneRefunds: 'refunds of a settlement that is not there, counted in no stay: {n}, {yuan} yuan in all.',
    converted: '{file}: codes of the 国临版 list converted to the 医保版 list ({why}); stays: {stays}, codes: {codes}.',
    onEvidence: 'of {all} codes that only one list has, {clinical} are 国临版',
    onRequest: 'as asked',
    file: 'file',
    sha256: 'sha256',
    format: 'format',
    document: 'holds',
    encoding: 'encoding',
    separator: 'separator',
    profile: 'profile',
    headerRow: 'header row',
    read: 'read',
    loaded: 'loaded',
    refused: 'refused',
    unverified: 'not verified',
    findings: '{n} findings, by rule:',
    severity: 'severity',
    class: 'class',
    rule: 'rule',
    effect: 'effect',
    times: 'times',
    examples: 'first seen (row:column=value)',
    examplesOfFiles: 'first seen (file row:column=value)',
    dropped: 'identifier columns not kept: {columns}',
    unused: 'columns not used: {columns}',
    andMore: ' ... and {n} more (--format json lists all)',
    passedOver: 'tables not read: {names}',
    passedUnknown: '{name} (unknown header)',
    passedAgain: '{name} (the same file again)',
    meant: '{column} ({known}?)',
    questions: 'Questions these data answer:',
    question: 'question',
    canAnswer: 'answer',
    withData: 'stays with data',
    lacks: 'lacking',
    mapping: 'columns of {file}:',
    ourColumn: 'our column',
    theirColumns: 'columns of the file',
  },
});

export const severityWords = bilingual({
  zh: { error: '错误', warning: '警告', info: '说明' },
  en: { error: 'error', warning: 'warning', info: 'info' },
});

export const classWords = bilingual({
  zh: { completeness: '完整性', validity: '有效性', consistency: '一致性' },
  en: { completeness: 'completeness', validity: 'validity', consistency: 'consistency' },
});

export const effectWords = bilingual({
  zh: { refused: '拒收', noted: '提示' },
  en: { refused: 'refused', noted: 'noted' },
});

export const formatWords = bilingual({
  zh: { text: '文本', xlsx: 'XLSX', xls: 'XLS', html: 'HTML', dbf: 'DBF', json: 'JSON' },
  en: { text: 'text', xlsx: 'XLSX', xls: 'XLS', html: 'HTML', dbf: 'DBF', json: 'JSON' },
});

export const documentWords = bilingual({
  zh: { stay: '病例', list: '结算清单', front_page: '病案首页', settlement: '结算', charges: '费用明细' },
  en: { stay: 'stays', list: 'settlement list', front_page: 'front page', settlement: 'settlement', charges: 'item lines' },
});

export const separatorWords = bilingual({
  zh: { '\t': '制表符', ';': '分号', '|': '竖线' },
  en: { '\t': 'tab', ';': 'semicolon', '|': 'bar' },
});
