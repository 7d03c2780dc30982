import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inProcess } from './in-process.ts';

const home = mkdtempSync(join(tmpdir(), 'casemix-quiet-'));
const written = (name: string, text: string): string => {
  const path = join(home, name);
  writeFileSync(path, text);
  return path;
};

it('a table made from the stays it settles is told even to who asked for quiet, and nothing else is', async () => {
  const stays = written(
    'stays.csv',
    'visit_id,insurance,hospital_level,dx,sex,age,days,total,cash\nV1,310,三级,I63.900,1,70,8,7000,1691.60\n',
  );
  const table = written('tested.tsv', `# 自测，不可用于结算\n${readFileSync('data/weights/reference-2.0.tsv', 'utf8')}`);
  const shipped = readFileSync('data/policies/wuhan-2024-illustrative.yaml', 'utf8');
  const tested = written('tested.yaml', shipped.replace('data/weights/reference-2.0.tsv', table));
  const told = async (policy: string) => {
    const { status, err } = await inProcess(['settle', stays, '--policy', policy, '--quiet', '--lang', 'en'], { home });
    return [status, err];
  };
  expect([await told('wuhan-2024-illustrative'), await told(tested)]).toEqual([
    [0, ''],
    [0, `self-tested, not for settlement: ${table} was made from the stays being settled\n`],
  ]);
});
