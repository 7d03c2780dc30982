/** The trace of one stay of a file, or of one case typed in. */
import { type Case, traceCase } from '../../grouper/index.ts';
import { UserError } from '../errors.ts';
import type { Installation } from '../files/installation.ts';
import { rowOfStay, stayId } from '../stay/stay-table.ts';
import { type CarryOut, carryOut } from './carry-out.ts';
import { openCatalogue } from './catalogue.ts';
import type { StayExplanation } from './desk.ts';
import { deskOf } from './desk-of.ts';
import { deskParts } from './desk-order.ts';

export const explainCase = (installation: Installation, one: Case, catalogue: string): StayExplanation => ({
  stay: '',
  traces: [traceCase(openCatalogue(installation, catalogue), one)],
  payments: [],
});

/** `stay` is a stay id of the load, or the file's own record number as the caller's id column has it. */
export async function explainFile(
  installation: Installation,
  { stay, ...order }: CarryOut & { readonly stay: string },
): Promise<StayExplanation> {
  const carried = await carryOut(installation, order);
  const { table, callerIds } = carried.load;
  let row = rowOfStay(stay, table.count);
  for (let i = 0; row === undefined && i < table.count; i++) if (callerIds.text(i) === stay) row = i;
  if (stay !== '' && row !== undefined) return deskOf(installation, deskParts(carried)).explain(row);
  throw new UserError(
    'STAY_UNKNOWN',
    stay === '' ? { zh: '没有给出病例编号', en: 'no stay is named' } : { zh: `没有病例 "${stay}"`, en: `no stay "${stay}"` },
    {
      hint: {
        zh: `用 --stay 给出 ${stayId(0)} 到 ${stayId(table.count - 1)}，或文件中的编号。`,
        en: `Give --stay ${stayId(0)} to ${stayId(table.count - 1)}, or the id of the file.`,
      },
    },
  );
}
