import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readLog } from '../../src/ui/log/read-log.ts';
import { casemix as built } from '../cli/program.ts';
import { stemsIn } from './canaries.ts';
import { csv, extract, itemLines } from './papers.ts';
import { workplace } from './running.ts';
import { shown, takeOwnIds } from './searching.ts';

/** A person looks at everything, and types a name where a filter may be typed. */
const script = [
  ...['go stays', 'open #1', 'open #1', 'back', 'back', 'sort -total', 'go groups', 'open #1', 'go departments', 'go scenarios'],
  ...['go data', 'open #1', 'back', 'sql SELECT * FROM v_stay', 'nonsense', 'go stays', 'filter 张三', 'quit', 'go data'],
];

it('the built program: a load, a workspace, and a session of the workbench line by line with its log', () => {
  const { input, output } = workplace();
  const [stays, items] = [input('setl.csv', csv(extract)), input('items.csv', csv(itemLines))];
  const [w, log] = [join(output, 'W.casemix'), join(output, 'log.yaml')];
  const load = built(['load', stays, items, '--save', w, '--findings', join(output, 'f.csv'), '--rejects', join(output, 'r.csv')]);
  const session = built(['open', w, '--plain', '--log', log], { input: script.map(line => `${line}\n`).join('') });
  const { steps } = readLog(readFileSync(log, 'utf8'), log);
  expect([load.status, session.status, session.err.split('\n').filter(line => line.startsWith('!')).length]).toEqual([0, 0, 1]);
  // what may be a name is not written down; all the rest is, to the end
  expect(steps.filter(({ value }) => value === undefined).map(({ verb }) => verb)).toEqual(['filter']);
  expect([steps[0], steps.length]).toEqual([{ verb: 'go', value: 'stays' }, 16]);
  takeOwnIds(join(output, 'r.csv'));
  expect(shown({ load: { ...load, status: 0 }, session: { ...session, status: 0 } }, output)).toEqual([]);
  expect(stemsIn(new Uint8Array(readFileSync(log)), ['张三'])).toEqual([]);
});
