/**
 * Reads a benefit file: what the insured of one region get, as sourced numbers with the line each stands on. Levels and insurances are
 * checked against the names the file maps to, so that a misspelt level is an error and not a stay that nobody pays.
 */
import type { ErrorCode } from '../../errors.ts';
import { Decimal } from '../../money.ts';
import { checkLeaf } from '../../policy/check-leaf.ts';
import type { Leaf, Leaves, Place } from '../../policy/leaf.ts';
import { leavesOf } from '../../policy/leaves-of.ts';
import { both, didYouMean, mistake, wrong } from '../../policy/mistakes.ts';
import { nearest } from '../../policy/nearest.ts';
import { effectiveFrom } from '../../policy/read-policy.ts';
import { requiredId, requiredText } from '../../policy/required-text.ts';
import { sourcesOf } from '../../policy/source.ts';
import { readWritten } from '../../policy/written.ts';
import { type Benefit, benefitFrom } from './benefit.ts';
import { benefitName, nearestName } from './names.ts';

const header = ['schema', 'id', 'title', 'region', 'effective', 'sources'];
const code: ErrorCode = 'POLICY_INVALID';

export function readBenefit(text: string, file: string): Benefit {
  const written = readWritten(text, file, code);
  if (written.kind !== 'entries')
    throw mistake(code, written.at, both('待遇文件应由“键: 值”组成', 'a benefit file is a map of names'), startHint);
  const said = (key: string): string => requiredText(written.of.get(key), key, { above: written.at, code });
  if (said('schema') !== 'benefit/1')
    throw mistake(code, written.of.get('schema')!.at, both('schema 不是 benefit/1', 'schema is not benefit/1'), startHint);
  const about = {
    file,
    id: requiredId(written.of.get('id'), { above: written.at, code }),
    title: said('title'),
    region: said('region'),
    from: effectiveFrom(written),
  };
  const names = [...written.of].filter(([key]) => !header.includes(key));
  // no name of a benefit file is called unit or source
  const leaves = leavesOf(names, { sources: sourcesOf(written, code), isWritten: () => false, code });
  checkNames(leaves);
  return benefitFrom(about, leaves);
}

const startHint = both('以 schema: benefit/1 和 id 开头。', 'Begin with schema: benefit/1 and id.');

function checkNames(leaves: Leaves): void {
  for (const [path, leaf] of leaves) {
    const name = benefitName(path);
    if (!name)
      throw mistake(
        'PARAMETER_UNKNOWN',
        leaf.at,
        both(`没有名为“${path}”的参数`, `no parameter named "${path}"`),
        didYouMean(nearestName(path)),
      );
    if (leaf.value === null) continue;
    checkLeaf(path, leaf, name);
    if (name.kind === 'decimal' && name.units.includes('ratio') && new Decimal(leaf.value as string).gt(1)) throw aboveOne(path, leaf);
  }
  const keysUnder = (start: string) => [...leaves.keys()].filter(path => path.startsWith(start)).map(path => path.slice(start.length));
  const [insurances, levels] = [keysUnder('insurance_map.'), keysUnder('levels.')];
  for (const [path, { at }] of leaves) {
    const parts = path.split('.');
    for (const [i, segment] of benefitName(path)!.path.split('.').entries()) {
      if (segment === '<insurance>') requireKnown(path, parts[i]!, at, insurances);
      if (segment === '<level>') requireKnown(path, parts[i]!, at, levels);
    }
  }
}

const aboveOne = (path: string, { value, at }: Leaf) =>
  wrong(path, at, both(`是 ${value}，大于 1`, `is ${value}, more than 1`), both('70 % 写成 "0.70"。', 'Write 70 % as "0.70".'));

function requireKnown(path: string, key: string, at: Place, known: readonly string[]): void {
  if (known.includes(key)) return;
  const near = nearest(key, known);
  const hint = near
    ? didYouMean(
        path
          .split('.')
          .map(part => (part === key ? near : part))
          .join('.'),
      )
    : both('先在 insurance_map 和 levels 里列出。', 'List it under insurance_map or levels first.');
  throw mistake(
    'PARAMETER_UNKNOWN',
    at,
    both(`没有名为“${path}”的参数：文件里没有“${key}”`, `no parameter named "${path}": the file does not know "${key}"`),
    hint,
  );
}
