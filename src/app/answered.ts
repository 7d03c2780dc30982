/** A question in SQL about what lies on a desk; the workspace it is asked of is filled from the desk's columns the first time. */
import { ask } from '../store/ask.ts';
import { workspaceBytes } from '../store/workspace-bytes.ts';
import type { Answered, Tasks } from './task.ts';

export async function answered({ asked, sql, limits }: Tasks['ask']['given']): Promise<Answered> {
  const image = 'image' in asked ? asked.image : await workspaceBytes(asked.filling);
  return { image, answer: await ask({ image, sql, ...limits }) };
}
