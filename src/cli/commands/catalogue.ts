/** `catalogue list|show|verify`: what is installed, what is in it, and whether it reproduces its known answers. */
import { UserError } from '../../errors.ts';
import { count } from '../../report/format.ts';
import { textTable } from '../../report/text-table.ts';
import { type Command, text, type Words } from '../command.ts';
import type { Face } from '../face.ts';

export const catalogueCommand: Command = {
  usage: 'catalogue <action> [id]',
  about: { zh: '分组方案：list 列出 · show 内容 · verify 核验', en: 'catalogues: list, show, verify' },
  options: (yargs, language) =>
    yargs
      .positional('action', { choices: ['list', 'show', 'verify'] as const, demandOption: true })
      .positional('id', { type: 'string', describe: language === 'zh' ? '方案编号或目录' : 'catalogue id or folder' }),
  run: async (words, face) => {
    switch (text(words, 'action')) {
      case 'show':
        return show(named(words), face);
      case 'verify':
        return verify(text(words, 'id'), face);
      default:
        return list(face);
    }
  },
};

async function list(face: Face): Promise<number> {
  const { installedCatalogues } = await import('../../app/installed-catalogues.ts');
  const zh = face.language === 'zh';
  const rows = installedCatalogues(face.installation).map(({ id, title, counts: { adrg, drg, mcc, cc } }) => [
    id,
    title,
    ...[adrg, drg, mcc, cc].map(count),
  ]);
  const head = zh ? ['编号', '名称', '核心组', '细分组', 'MCC', 'CC'] : ['id', 'title', 'ADRG', 'DRG', 'MCC', 'CC'];
  await face.out(
    `${textTable({ columns: head.map((title, i) => ({ head: title, align: i < 2 ? 'left' : 'right' })), rows, footer: [] })}\n`,
  );
  return 0;
}

async function show(id: string, face: Face): Promise<number> {
  const { describedCatalogue } = await import('../../app/installed-catalogues.ts');
  const { catalogueText } = await import('../../report/catalogue-text.ts');
  await face.out(catalogueText(describedCatalogue(face.installation, id), face.language));
  return 0;
}

/** Exit 4 when a known answer is not reproduced. */
async function verify(id: string | undefined, face: Face): Promise<number> {
  const { shippedCatalogues } = await import('../../files/catalogue-folder.ts');
  const { verifyCatalogue } = await import('../../app/verify-catalogue.ts');
  const zh = face.language === 'zh';
  let wrong = 0;
  for (const catalogue of id === undefined ? shippedCatalogues(face.installation) : [id]) {
    const { known, agree, reached, groups, differences } = verifyCatalogue(face.installation, catalogue);
    wrong += differences.length;
    await face.out(
      zh
        ? `${catalogue}：已知答案 ${count(known)} 条，一致 ${count(agree)} 条，覆盖 ${count(reached)} / ${count(groups)} 个结果\n`
        : `${catalogue}: ${count(known)} known answers, ${count(agree)} agree, ${count(reached)} of ${count(groups)} results covered\n`,
    );
    for (const { id: record, expected, got } of differences) {
      await face.out(zh ? `  ${record}：应为 ${expected}，得到 ${got}\n` : `  ${record}: expected ${expected}, got ${got}\n`);
    }
  }
  if (wrong === 0) return 0;
  throw new UserError(
    'VERIFY_FAILED',
    { zh: `${wrong} 条已知答案不一致`, en: `${wrong} known answers differ` },
    { hint: { zh: '检查分组表是否被改动。', en: 'See whether a table was changed.' } },
  );
}

function named(words: Words): string {
  const id = text(words, 'id');
  if (id !== undefined) return id;
  throw new UserError(
    'USAGE',
    { zh: '请给出分组方案编号', en: 'name a catalogue' },
    { hint: { zh: 'casemix catalogue list 列出已安装的方案。', en: 'casemix catalogue list shows what is installed.' } },
  );
}
