/** Where a file named inside another file lies: always in the project. Absolute paths and paths that climb out are refused. */
import type { Place } from '../policy/leaf.ts';
import { both, mistake } from '../policy/mistakes.ts';

/** Path of `named`, relative to `folder`; throws SCENARIO_OUTSIDE when it leaves `root` (both '' for the project folder). */
export function insideProject(named: string, folder: string, { root, at }: { readonly root: string; readonly at: Place }): string {
  const path = isAbsolute(named) ? undefined : joined(folder, named);
  const inside = path && (root === '' ? !path.startsWith('/') : path.startsWith(`${root}/`));
  if (inside) return path;
  throw mistake(
    'SCENARIO_OUTSIDE',
    at,
    both(`文件在项目之外：${named}`, `the file is outside the project: ${named}`),
    both('请用项目内的相对路径。', 'Use a relative path to a file inside the project.'),
  );
}

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The folder that files named in `path` may not leave: the project, or the file's own folder when the person named an absolute path. */
export const rootOf = (path: string): string => (isAbsolute(path) ? folderOf(path) : '');

const isAbsolute = (path: string): boolean => /^([/\\]|[A-Za-z]:)/.test(path);

/** Joined and without `.` and `..`; undefined when it climbs above where it began. */
function joined(folder: string, named: string): string | undefined {
  const start = folder.startsWith('/') ? '/' : '';
  const out: string[] = [];
  for (const step of `${folder}/${named.replaceAll('\\', '/')}`.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') out.push(step);
    else if (out.pop() === undefined) return undefined;
  }
  return start + out.join('/');
}
