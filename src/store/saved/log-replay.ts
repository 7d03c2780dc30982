/** Loads and closed months as the log tells them, held against how they stand in their tables. */
import type { Text } from '../../errors.ts';
import type { Saved } from './saved.ts';
import { detailsIn } from './sound-words.ts';

/** What the tables say and the log does not, undefined when they agree. */
export function stateByLog({ rules, loads, closed, log }: Saved): Text | undefined {
  const states = new Map<number, { state: string; readonly sha256: string | undefined }>();
  const months = new Set<string>();
  for (const { what, details } of log) {
    const { load, month, load_sha256: sha256 } = detailsIn(details);
    if (what === 'load' || what === 'migrate') if (load !== undefined) states.set(load, { state: 'in_force', sha256 });
    const own = states.get(load ?? 0);
    if (what === 'undo' && own) own.state = 'undone';
    if (what === 'restore' && own) own.state = 'in_force';
    if (what === 'close' && month !== undefined) months.add(month);
    if (what === 'reopen' && month !== undefined) months.delete(month);
  }
  const wrong = loads.find(({ load, state, sha256 }) => states.get(load)?.state !== state || states.get(load)?.sha256 !== sha256);
  if (wrong) return { zh: `第 ${wrong.load} 次载入与变更日志不符`, en: `load ${wrong.load} is not what the change log says` };
  if (states.size !== loads.length) return { zh: '变更日志里的载入不在文件里', en: 'a load of the change log is not in the file' };
  const first = log[0] ? detailsIn(log[0].details).rules : undefined;
  if (JSON.stringify(first ?? {}) !== JSON.stringify(rules))
    return { zh: '工作区的规则与变更日志不符', en: 'the rules of the workspace are not those of the change log' };
  const same = closed.length === months.size && closed.every(({ month }) => months.has(month));
  return same ? undefined : { zh: '已关账的月份与变更日志不符', en: 'the closed months are not those of the change log' };
}
