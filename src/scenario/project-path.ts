/** Where a file named inside another file lies: always in the project. Absolute paths and paths that climb out are refused. */
import type { Place } from '../policy/leaf.ts';
import { both, mistake } from '../policy/mistakes.ts';

/** Path of `named`, relative to `folder`; throws SCENARIO_OUTSIDE when it leaves `root` (both '' for the project folder). */
export function insideProject(named: string, folder: string, { root, at }: { readonly root: string; readonly at: Place }): string {
  const path = isAbsolute(named) ? undefined : plain(`${folder}/${named}`, folder.startsWith('/'));
  if (path !== undefined && isBelow(path, root)) return path;
  throw mistake(
    'SCENARIO_OUTSIDE',
    at,
    both(`文件在项目之外：${named}`, `the file is outside the project: ${named}`),
    both('请用项目内的相对路径。', 'Use a relative path to a file inside the project.'),
  );
}

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/**
 * The folder that files named in `path` may not leave: the project, or the file's own folder when the person named a file outside it,
 * by an absolute path or by one that climbs out (`../app/scenarios/compare-2025.yaml`).
 */
export function rootOf(path: string): string {
  if (isAbsolute(path)) return folderOf(path);
  const own = plain(path, false);
  return own !== undefined && climbs(own) ? folderOf(own) : '';
}

const climbs = (path: string): boolean => path === '..' || path.startsWith('../');

/** Both are plain, so what climbs out of the root still begins with `..` behind it. */
function isBelow(path: string, root: string): boolean {
  if (root === '') return path !== '' && !path.startsWith('/') && !climbs(path);
  return path.startsWith(`${root}/`) && !climbs(path.slice(root.length + 1));
}

const isAbsolute = (path: string): boolean => /^([/\\]|[A-Za-z]:)/.test(path);

/** Without `.` and inner `..`; undefined when it climbs above `/`. */
function plain(path: string, absolute: boolean): string | undefined {
  const out: string[] = [];
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') out.push(step);
    else if (out.length > 0 && out.at(-1) !== '..') out.pop();
    else if (absolute) return undefined;
    else out.push('..');
  }
  return (absolute ? '/' : '') + out.join('/');
}
