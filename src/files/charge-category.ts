/**
 * Which of the fourteen charge categories a text names: the code of the settlement list (med_chrgitm 01..14), our own word or the Chinese name.
 * Source of names: the charge items of the settlement list; only 13 was seen in a public interface, the other codes are known, not official.
 */
import { chargeCategories } from '../stay/stay-table.ts';
import { HAD_CONTROLS } from './cell-readers.ts';
import { type Meaning, said } from './meanings.ts';
import { halfWidth, hasControls, isMissing, plainText } from './plain-text.ts';

/** Something stands there, and no category is called so. */
export const CATEGORY_UNKNOWN = 15;

type CategorySource = { decode(bytes: Uint8Array): string; readonly dictionary: Readonly<Record<string, string>> | undefined };

/** 1..14; 0 is missing. */
export function categoryMeaning({ decode, dictionary }: CategorySource): Meaning {
  return cell => {
    const text = decode(cell);
    const plain = plainText(text);
    return categoryNamed(said(dictionary, plain) ?? plain) | (hasControls(text) ? HAD_CONTROLS : 0);
  };
}

function categoryNamed(text: string): number {
  const name = halfWidth(text).trim().toLowerCase();
  if (isMissing(name)) return 0;
  const code = /^0?(\d{1,2})(?:\.0)?$/.exec(name)?.[1];
  if (code !== undefined) return Number(code) >= 1 && Number(code) <= chargeCategories.length ? Number(code) : CATEGORY_UNKNOWN;
  return known.get(name) ?? known.get(name.replace(/[费类]$/, '')) ?? CATEGORY_UNKNOWN;
}

/** In the order of the categories, without the 费 behind them. */
const chinese = [
  ['床位'],
  ['诊察', '诊查'],
  ['检查'],
  ['化验', '检验'],
  ['治疗'],
  ['手术'],
  ['护理'],
  ['卫生材料', '材料', '医用材料', '耗材'],
  ['西药'],
  ['中药饮片', '中草药', '草药'],
  ['中成药', '成药'],
  ['一般诊疗'],
  ['挂号'],
  ['其他', '其它'],
] as const;

const known: ReadonlyMap<string, number> = new Map([
  ...chargeCategories.map((name, i) => [name as string, i + 1] as const),
  ...chinese.flatMap((names, i) => names.map(name => [name as string, i + 1] as const)),
]);
