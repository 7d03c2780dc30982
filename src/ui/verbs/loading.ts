/** Verbs that lay something else on the desk: other files, another comparison, a scenario with another parameter. */
import { inTurn, openOrder } from '../errands.ts';
import type { Edit } from '../office.ts';
import { sayOf } from '../sheets/sheets.ts';
import type { Workbench, WorkbenchState } from '../store/workbench.ts';
import { badValue } from './mistakes.ts';
import type { Verb } from './verb.ts';

export const loading: readonly Verb[] = [
  {
    verb: 'load',
    title: { zh: '载入文件', en: 'load files' },
    takes: { zh: '病例文件，空格分隔；名字含空格时加引号', en: 'files of stays, separated by blanks; quotes around names with blanks' },
    alias: ['open-file'],
    perform(workbench, value) {
      const data = filesIn(value);
      if (data.length === 0) throw badValue('load', value, { zh: '写一个或几个文件名', en: 'name one or more files' });
      return inTurn(workbench, 'load', () => load(workbench, data));
    },
  },
  {
    verb: 'compare',
    title: { zh: '换比较文件', en: 'carry out a comparison' },
    takes: { zh: '比较文件 .yaml', en: 'comparison file .yaml' },
    perform: (workbench, comparison) => inTurn(workbench, 'compare', () => compare(workbench, comparison)),
  },
  {
    verb: 'set',
    title: { zh: '改参数（当前情景）', en: 'set a parameter' },
    takes: { zh: '参数:值', en: 'path:value' },
    undoable: true,
    offered: ({ desk }) => desk !== undefined,
    complete: state => parametersOf(state).map(({ path, value }) => `${path}:${value}`),
    perform: setParameter,
  },
  {
    verb: 'unset',
    title: { zh: '恢复参数', en: 'restore a parameter' },
    takes: { zh: '参数；空：全部', en: 'path; nothing: all' },
    undoable: true,
    offered: ({ order }) => order.edits.length > 0,
    perform(workbench, path) {
      const scenario = scenarioId(workbench.getState());
      return withEdits(workbench, edits => (path === '' ? [] : edits.filter(edit => edit.scenario !== scenario || edit.path !== path)));
    },
  },
];

/** What was edited stays edited, and is said to be. */
async function load(workbench: Workbench, data: readonly string[]): Promise<boolean> {
  const laid = await openOrder(workbench, { ...workbench.getState().order, data });
  const state = workbench.getState();
  const n = state.order.edits.length;
  if (laid && n > 0) state.say({ text: sayOf(state)('editsStay', { n }), tone: 'accent' });
  return laid;
}

/** Edits are of the scenarios of before; no longer can they be done again. */
async function compare(workbench: Workbench, comparison: string): Promise<boolean> {
  const { order, desk } = workbench.getState();
  // A comparison that names its own stays reads them; given ones stay.
  const laid = await openOrder(workbench, { ...order, comparison, edits: [] }, order.data ? desk : undefined);
  const state = workbench.getState();
  const n = order.edits.length;
  if (laid) state.forgetEdits();
  if (laid && n > 0) state.say({ text: sayOf(state)('editsGone', { n }), tone: 'accent' });
  return laid;
}

/** A parameter set twice keeps the later value only. */
function setParameter(workbench: Workbench, value: string): Promise<boolean> {
  const [, path = '', to = ''] = /^([^:=]+)[:=](.*)$/.exec(value) ?? [];
  const scenario = scenarioId(workbench.getState());
  if (path === '' || to === '' || scenario === undefined)
    throw badValue('set', value, {
      zh: '写成 参数:值，例如 price.rates.tertiary.employee:10800',
      en: 'write path:value, as in price.rates.tertiary.employee:10800',
    });
  const edit: Edit = { scenario, path: path.trim(), value: to.trim() };
  return withEdits(workbench, edits => [...edits.filter(one => one.scenario !== scenario || one.path !== edit.path), edit]);
}

/** The stays and their groups are used again; only prices and payments are worked out anew. */
const withEdits = (workbench: Workbench, to: (edits: readonly Edit[]) => readonly Edit[]): Promise<boolean> =>
  inTurn(workbench, 'change', async () => {
    const { order, desk } = workbench.getState();
    const edits = to(order.edits);
    if (!(await openOrder(workbench, { ...order, edits }, desk))) return false;
    const state = workbench.getState();
    state.changed({ of: 'edits', before: order.edits, after: edits });
    state.say({ text: sayOf(state)('editsHold', { n: edits.length }), tone: 'accent' });
    return true;
  });

const scenarioId = ({ desk, scenario }: WorkbenchState): string | undefined => desk?.runs[scenario]?.result.id;
const parametersOf = ({ desk, scenario }: WorkbenchState) => desk?.runs[scenario]?.parameters ?? [];

/** `a.csv "b c.csv"` -> two files. */
const filesIn = (text: string): readonly string[] =>
  [...text.matchAll(/"([^"]+)"|'([^']+)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
