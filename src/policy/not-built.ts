/** Rules that are known but not carried out stop the settlement: paying as if they were not there would be wrong and silent. */
import type { Leaves } from './leaf.ts';
import { both, wrong } from './mistakes.ts';
import { nameOf } from './vocabulary.ts';

export function refuseLater(leaves: Leaves): void {
  for (const [path, leaf] of leaves) {
    const name = nameOf(path);
    if (!name || leaf.value === null || leaf.value === 'none' || (Array.isArray(leaf.value) && leaf.value.length === 0)) continue;
    const unbuiltWord = name.kind === 'word' && name.built.length > 0 && !name.built.includes(leaf.value as string);
    if (!name.later && !unbuiltWord) continue;
    const rule = unbuiltWord ? `: ${String(leaf.value)}` : '';
    throw wrong(
      `${path}${rule}`,
      leaf.at,
      both('已收录，但本版本尚未实现', 'is known but not built yet'),
      unbuiltWord
        ? both(`已实现：${name.built.join('、')}。`, `Built: ${name.built.join(', ')}.`)
        : both('设为 null 可不按此规则结算。', 'Set it to null to settle without this rule.'),
    );
  }
}
