/**
 * Parameters set to another value on the screen. A file of the chain is read as if it stated the value last, so that everything behind it
 * (its children, the price level it lends) follows as it would follow the file; the place of such a value is the screen.
 */
import { UserError } from '../errors.ts';
import type { Leaf, Place } from '../policy/leaf.ts';
import { both, didYouMean } from '../policy/mistakes.ts';
import { nearest } from '../policy/nearest.ts';
import { nameOf } from '../policy/vocabulary.ts';
import { type Entries, plain, type Word, type Written } from '../policy/written.ts';
import { isSameValue, valueText, valueWritten } from './edited-value.ts';
import { entriesOf, requiredText } from './fields.ts';
import type { Note } from './note.ts';
import type { ScenarioChain, ScenarioFile } from './read-scenario.ts';
import { resolveScenario, type Shelf } from './resolve.ts';
import type { ResolvedScenario } from './scenario.ts';

/** `value` as a person writes it: `10800`, `true`, `[{max_weight: null, cap: "3"}]`; `null` switches a rule off. */
export type Edit = { readonly scenario: string; readonly path: string; readonly value: string };

/** The file name in the place of a value that no file states; the line counts the edits. */
export const SCREEN = 'screen';

/** The same chain when no edit belongs to it or every edit says what holds already. */
export function editedChain({ files, root }: ScenarioChain, edits: readonly Edit[], shelf: Shelf): ScenarioChain {
  const read: ScenarioFile[] = [];
  for (const file of files) {
    const id = requiredText(file.written, 'id');
    const own = edits.flatMap((edit, i) =>
      edit.scenario === id && isLast(edit, edits) ? [{ ...edit, at: { file: SCREEN, line: i + 1 } }] : [],
    );
    read.push(own.length === 0 ? file : editedFile(file, own, resolveScenario({ files: [...read, file], root }, shelf)));
  }
  return { files: read, root };
}

/** @throws UserError when an edit names a scenario that is none of these. */
export function refuseUnknownScenario(edits: readonly Edit[], ids: readonly string[]): void {
  const unknown = edits.find(({ scenario }) => !ids.includes(scenario));
  if (!unknown) return;
  const text = both(`没有情景“${unknown.scenario}”`, `no scenario "${unknown.scenario}"`);
  throw new UserError('SCENARIO_INVALID', text, { hint: didYouMean(nearest(unknown.scenario, ids)!) });
}

export const editNotes = ({ id, edited }: ResolvedScenario): Note[] =>
  edited.map(({ scenario, path, from, to }) => {
    const [ofZh, ofEn] = scenario === id ? ['', ''] : [`上级情景 ${scenario} 的 `, `in the parent ${scenario}, `];
    return {
      kind: 'edited',
      zh: `未保存：${ofZh}${path} 在屏幕上由 ${from || '–'} 改为 ${to}`,
      en: `not saved: ${ofEn}${path} was changed on the screen from ${from || '–'} to ${to}`,
    };
  });

/** Of several edits of one parameter the last one holds. */
const isLast = (edit: Edit, edits: readonly Edit[]): boolean =>
  edit === edits.findLast(({ scenario, path }) => scenario === edit.scenario && path === edit.path);

type Placed = Edit & { readonly at: Place };

function editedFile(file: ScenarioFile, edits: readonly Placed[], { slices }: ResolvedScenario): ScenarioFile {
  const changes = edits.flatMap(({ scenario, path, value, at }) => {
    const present = slices.map(({ leaves }) => leaves.get(path));
    const written = valueWritten(value, nameOf(path)?.kind, at);
    const to = plain(written);
    if (present.every(leaf => isSameValue(leaf?.value ?? null, to))) return [];
    const from = [...new Set(present.flatMap(leaf => (leaf ? [valueText(leaf.value)] : [])))].join(', ');
    return [{ path, written, unit: unitOf(path, present), at, edited: { scenario, path, from, to: valueText(to) } }];
  });
  if (changes.length === 0) return file;
  return {
    ...file,
    written: changes.reduce((written, change) => withValue(written, change), file.written),
    edited: changes.map(({ edited }) => edited),
  };
}

/** The unit stays; a parameter that has no value yet gets the first unit of its name, a word has none. */
const unitOf = (path: string, present: readonly (Leaf | undefined)[]): string =>
  present.find(leaf => leaf?.unit !== undefined)?.unit ?? nameOf(path)?.units[0] ?? 'rule';

type Change = { readonly path: string; readonly written: Written; readonly unit: string; readonly at: Place };

/** The method stands beside the parameters, not among them. */
function withValue(file: Entries, { path, written, unit, at }: Change): Entries {
  const word = (value: string): Word => ({ kind: 'word', value, at });
  if (path === 'payment_method') return withEntry(file, path, written);
  const parameter: Entries = {
    kind: 'entries',
    of: new Map<string, Written>([
      ['value', written],
      ['unit', word(unit)],
      ['source', word('assumption')],
    ]),
    at,
  };
  const parameters = entriesOf(file, 'parameters') ?? { kind: 'entries', of: new Map(), at: file.at };
  return withEntry(file, 'parameters', withEntry(parameters, path, parameter));
}

const withEntry = (entries: Entries, key: string, value: Written): Entries => ({ ...entries, of: new Map(entries.of).set(key, value) });
