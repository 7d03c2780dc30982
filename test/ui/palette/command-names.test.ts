import { expect, it } from 'vitest';
import { commands } from '../../../src/cli/commands/index.ts';
import { verbOf } from '../../../src/ui/perform.ts';

it('every command of the line is found in the workbench under its own name', () => {
  const names = commands.map(({ usage }) => usage.split(' ')[0] ?? '');
  expect([names.length > 10, names.filter(name => verbOf(name) === undefined)]).toEqual([true, []]);
});
