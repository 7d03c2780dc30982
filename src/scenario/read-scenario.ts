/**
 * A scenario and the parents it extends, the oldest first. `extends` is relative to the file that says it; a chain has at most four
 * files, stays inside the project and never comes back to itself. Source: scenario format, rule 1.
 */
import type { UserError } from '../errors.ts';
import type { Place } from '../policy/leaf.ts';
import { both, mistake } from '../policy/mistakes.ts';
import { requiredId } from '../policy/required-text.ts';
import type { Entries } from '../policy/written.ts';
import { knownKeys, placeOf, readEntries, requiredText, textOf } from './fields.ts';
import { invalid } from './invalid.ts';
import { folderOf, insideProject, rootOf } from './project-path.ts';
import type { Edited } from './scenario.ts';

export type ScenarioFile = {
  readonly path: string;
  readonly written: Entries;
  /** What `written` says because it was changed on the screen; not given: nothing. */
  readonly edited?: readonly Edited[];
};
/** The oldest parent first, the scenario itself last; at least one file. */
export type ScenarioChain = { readonly files: readonly ScenarioFile[]; readonly root: string };

export const scenarioKeys = [
  'schema',
  'id',
  'title',
  'title_en',
  'question',
  'extends',
  'sources',
  'view',
  'period',
  'population',
  'policy',
  'payment_method',
  'catalogue',
  'cost_basis',
  'parameters',
  'behaviour',
  'budget',
  'checks',
] as const;

const deepest = 4;

/** `path` and what `readText` is asked for are relative to the project, with `/`. */
export function readScenario(path: string, readText: (path: string) => string): ScenarioChain {
  const start = path.replaceAll('\\', '/').replace(/^\.\//, '');
  const root = rootOf(start);
  const files: ScenarioFile[] = [];
  for (let next: string | undefined = start; next !== undefined; ) {
    const written = scenarioEntries(readText(next), next);
    files.unshift({ path: next, written });
    next = parentOf(written, next, { root, files });
  }
  return { files, root };
}

function scenarioEntries(text: string, path: string): Entries {
  const written = readEntries(text, path);
  const schema = requiredText(written, 'schema');
  if (schema !== 'scenario/1') throw notScenario(schema, placeOf(written, 'schema'), path);
  knownKeys(written, scenarioKeys, both('情景文件', 'a scenario'));
  requiredText(written, 'id');
  requiredId(written.of.get('id'), { above: written.at, code: 'SCENARIO_INVALID' });
  requiredText(written, 'title');
  return written;
}

/** Says what the file is instead, and what reads it. */
function notScenario(schema: string, at: Place, path: string): UserError {
  switch (schema) {
    case 'comparison/1':
      return invalid(
        at,
        both('这是比较文件，不是情景文件', 'this is a comparison file, not a scenario'),
        both(
          `用 casemix compare ${path} 读取；情景文件写在它的 baseline 和 reforms 里。`,
          `Read it with casemix compare ${path}; it names its scenarios as baseline and reforms.`,
        ),
      );
    case 'behaviour/1':
      return invalid(
        at,
        both('这是行为假设文件，不是情景文件', 'this is a behaviour file, not a scenario'),
        both('行为假设尚未实现，目前没有命令读取它。', 'Behaviour is not built yet; no command reads it.'),
      );
    default:
      return invalid(at, both(`不是情景文件：schema 为 ${schema}`, `not a scenario: the schema is ${schema}`));
  }
}

type SoFar = { readonly root: string; readonly files: readonly ScenarioFile[] };

function parentOf(written: Entries, path: string, { root, files }: SoFar): string | undefined {
  const named = textOf(written, 'extends');
  if (named === undefined) return undefined;
  const at = placeOf(written, 'extends');
  const parent = insideProject(named, folderOf(path), { root, at });
  const chain = [...files.map(file => file.path).reverse(), parent].join(' → ');
  if (files.some(file => file.path === parent)) {
    throw mistake(
      'SCENARIO_CYCLE',
      at,
      both(`情景继承了自己：${chain}`, `the scenario extends itself: ${chain}`),
      both('去掉其中一个 extends。', 'Take one `extends` out.'),
    );
  }
  if (files.length === deepest) {
    throw mistake(
      'SCENARIO_TOO_DEEP',
      at,
      both(`继承超过 ${deepest} 层：${chain}`, `more than ${deepest} levels: ${chain}`),
      both('把中间的情景合并。', 'Merge the scenarios in the middle.'),
    );
  }
  return parent;
}
