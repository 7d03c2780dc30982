/** Whether a leaf has the kind of value its name asks for, a unit, a source, and a number that can be meant. */
import type { Text } from '../errors.ts';
import { Decimal } from '../money.ts';
import type { Leaf, Place } from './leaf.ts';
import { both, didYouMean, wrong } from './mistakes.ts';
import type { Name } from './names/name.ts';
import { nearest } from './nearest.ts';
import { checkTiers } from './tiers.ts';

export function checkLeaf(path: string, leaf: Leaf, name: Name): void {
  checkValue(path, leaf, name);
  // a whole list of tiers may go without a unit: each tier names weight and cap
  const needsUnit = name.units.length > 0 && !(name.kind === 'tiers' && leaf.unit === undefined);
  if (needsUnit && !name.units.includes(leaf.unit ?? '')) {
    const units = name.units.join(' / ');
    const what = leaf.unit === undefined ? both('没有单位', 'has no unit') : both(`的单位是 ${leaf.unit}`, `has the unit ${leaf.unit}`);
    throw wrong(path, leaf.at, what, both(`单位应为 ${units}。`, `Its unit is ${units}.`));
  }
  if (name.sourced && !leaf.source) {
    const hint = both(
      '请写 source；没有出处的数，用类型为 assumption（假设）的来源。',
      'Write source:; a number nobody published has a source of type assumption.',
    );
    throw wrong(path, leaf.at, both('没有来源', 'has no source'), hint);
  }
}

function checkValue(path: string, leaf: Leaf, name: Name): void {
  const { value, at } = leaf;
  const bad = (what: Text, hint: Text) => wrong(path, at, what, hint);
  switch (name.kind) {
    case 'decimal':
      if (typeof value === 'number') {
        throw bad(
          both(`的数 ${value} 没有加引号`, `is the unquoted number ${value}`),
          both(`写成 "${value}"。`, `Write "${value}": decimals are quoted.`),
        );
      }
      if (typeof value !== 'string' || !/^-?\d+(\.\d+)?$/.test(value)) throw bad(both('不是小数', 'is not a decimal number'), like(name));
      checkLeast(path, at, value, name);
      return;
    case 'integer':
      if (!/^-?\d+$/.test(String(value)))
        throw bad(both('不是整数', 'is not a whole number'), both('写一个整数。', 'Write a whole number.'));
      checkLeast(path, at, String(value), name);
      return;
    case 'word':
      if (typeof value === 'string' && name.words.includes(value)) return;
      throw bad(both(`不能是“${String(value)}”`, `cannot be "${String(value)}"`), oneOf(String(value), name.words));
    case 'digits':
      if (value === 'none' || value === 'fen' || (typeof value === 'number' && value >= 0 && value <= 12)) return;
      throw bad(both('不是舍入方式', 'is not a way of rounding'), both('写 none、fen 或位数。', 'Write none, fen or a number of digits.'));
    case 'codes':
      if (Array.isArray(value) && value.every(code => typeof code === 'string')) return;
      throw bad(both('不是加引号的代码列表', 'is not a list of quoted codes'), both('写成 ["310", "510"]。', 'Write ["310", "510"].'));
    case 'list':
      if (value === 'none') return;
      if (Array.isArray(value)) {
        name.check?.(path, leaf);
        return;
      }
      throw bad(both('不是列表', 'is not a list'), both('用方括号写成列表。', 'Write a list in square brackets.'));
    case 'tiers':
      checkTiers(path, { value, at });
      return;
    case 'boolean':
      if (typeof value === 'boolean') return;
      throw bad(both('不是 true 或 false', 'is neither true nor false'), both('写 true 或 false。', 'Write true or false.'));
    case 'path':
    case 'text':
      if (typeof value === 'string' && value !== '') return;
      throw bad(both('不是文字', 'is not text'), both('写一段文字。', 'Write a text.'));
  }
}

/** A number of the kind the name asks for: a rate is not written like a share. */
function like({ path, units }: Name): Text {
  const ofUnit = units.map(unit => exampleIn[unit]).find(known => known !== undefined);
  const example = ofUnit ?? (path.startsWith('hospital_coefficient') ? '1.02' : '0.3');
  return both(`写成加引号的数，例如 "${example}"。`, `Write a quoted number, such as "${example}".`);
}
const exampleIn: Readonly<Record<string, string>> = { 'CNY/weight': '10228', 'CNY/point': '84.71', CNY: '9427', 'point/weight': '100' };

function oneOf(value: string, words: readonly string[]): Text {
  const near = didYouMean(nearest(value, words)!);
  return both(`${near.zh}可用：${words.join('、')}。`, `${near.en} It is one of ${words.join(', ')}.`);
}

function checkLeast(path: string, at: Place, text: string, { least, most }: Name): void {
  if (most !== undefined && new Decimal(text).gt(most))
    throw wrong(
      path,
      at,
      both(`是 ${text}`, `is ${text}`),
      most === '1'
        ? both(`不能大于 ${most}；百分之八十写 "0.8"。`, `It must be at most ${most}; eighty per cent is "0.8".`)
        : both(`不能大于 ${most}。`, `It must be at most ${most}.`),
    );
  if (!least) return;
  const below = least.above ? new Decimal(text).lte(least.bound) : new Decimal(text).lt(least.bound);
  if (!below) return;
  const hint = least.above
    ? both(`应大于 ${least.bound}。`, `It must be more than ${least.bound}.`)
    : both(`不能小于 ${least.bound}。`, `It must be at least ${least.bound}.`);
  throw wrong(path, at, both(`是 ${text}`, `is ${text}`), hint);
}
