/** What of persons stands in what was said and in the files that were written, by the place where it stands. */
import { stemsIn } from './canaries.ts';
import { filesIn, type Said } from './running.ts';

export const inTexts = (said: Readonly<Record<string, Pick<Said, 'out' | 'err'>>>, stems?: readonly string[]): readonly string[] =>
  Object.entries(said).flatMap(([command, { out, err }]) =>
    stemsIn(new TextEncoder().encode(`${out}\n${err}`), stems).map(stem => `${command}: ${stem}`),
  );

export const shown = (said: Readonly<Record<string, Said>>, folder: string, numbers: readonly string[] = []): readonly string[] => [
  ...inTexts(said),
  ...filesIn(folder).flatMap(({ name, bytes }) => stemsIn(bytes, undefined, numbers).map(stem => `${name}: ${stem}`)),
];
