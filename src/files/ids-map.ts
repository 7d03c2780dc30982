/**
 * The way back from a stay id to the chart, for whoever may walk it: kept beside the patient key, readable by its owner only, never in a
 * workspace, and written only when asked for.
 */
import { join } from 'node:path';
import { stayId } from '../stay/stay-table.ts';
import { dataFolder } from './patient-key.ts';
import type { Load } from './read-stays.ts';
import { writeOutput } from './write-output.ts';

/** Path of the map: tab separated stay id, file, row in the file, the file's own id. An earlier map is replaced. */
export async function writeIdsMap({ table, callerIds }: Load, folder: string = dataFolder()): Promise<string> {
  const path = join(folder, 'ids.map');
  await writeOutput(path, lines(), { force: true });
  return path;

  function* lines(): Generator<string> {
    yield 'stay_id\tfile\trow\tid\n';
    for (let row = 0; row < table.count; row++) {
      const file = table.files[table.sourceFile[row]!]!.name;
      yield `${[stayId(row), file, table.sourceRow[row]!, callerIds.text(row)].join('\t')}\n`;
    }
  }
}
