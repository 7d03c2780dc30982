/** Says what must not pass quietly and gives the exit status of it: 4, or 0 when there is nothing. */
import type { Alarm } from '../compare/alarms.ts';
import { exitStatus } from '../errors.ts';
import type { Face } from './face.ts';

export function tellAlarms(alarms: readonly Alarm[], face: Face): number {
  for (const { code, text } of alarms) face.err(`${text[face.language]}  [${code}]\n`);
  return alarms[0] ? exitStatus[alarms[0].code] : 0;
}
