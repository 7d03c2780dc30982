import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeIdsMap } from '../../src/files/ids-map.ts';
import { readStays } from '../../src/files/read-stays.ts';
import { profilesIn } from '../../src/files/shipped-profiles.ts';

it('leads from a stay id back to the row and the id of the file, for its owner only', async () => {
  const text =
    'id,sex,age_years,age_days,weight_g,dept,los_days,discharge_way,dx,px\nZY-7,1,70,,,03,5,1,I63.900,\nZY-7,1,70,,,03,5,1,I63.900,\nZY-9,2,30,,,07,3,1,O80.000,\n';
  const source = { name: 'a.csv', format: 'text' as const, bytes: new TextEncoder().encode(text), sha256: '' };
  const load = readStays([source], { profiles: profilesIn('data/profiles') });
  const path = await writeIdsMap(load, mkdtempSync(join(tmpdir(), 'casemix-map-')));
  // the second ZY-7 (row 3) repeats an id and is refused, so S0000002 is row 4
  expect(readFileSync(path, 'utf8')).toBe('stay_id\tfile\trow\tid\nS0000001\ta.csv\t2\tZY-7\nS0000002\ta.csv\t4\tZY-9\n');
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
});
