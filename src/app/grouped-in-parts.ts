/** Groups a column of cases some rows at a time, so that somebody who waits can be told how far it is. The result is that of the whole. */
import { type CaseColumns, type CodeLists, type CompiledCatalogue, type GroupColumns, groupColumns } from '../../grouper/index.ts';

/** Rows of a part: enough that the work each part begins with is lost among them. */
const PART = 100_000;

export function groupedInParts(
  compiled: CompiledCatalogue,
  cases: CaseColumns,
  onShare: (share: number) => void,
  part = PART,
): GroupColumns {
  const { count } = cases;
  const whole: GroupColumns = {
    count,
    group: new Uint16Array(count),
    row: new Uint16Array(count),
    severity: new Uint8Array(count),
    decider: new Uint8Array(count),
  };
  for (let from = 0; from < count; from += part) {
    const to = Math.min(count, from + part);
    const { group, row, severity, decider } = groupColumns(compiled, rowsOf(cases, from, to));
    whole.group.set(group, from);
    whole.row.set(row, from);
    whole.severity.set(severity, from);
    whole.decider.set(decider, from);
    onShare(to / count);
  }
  return whole;
}

const rowsOf = ({ sex, age, ageDays, birthWeight, dx, px }: CaseColumns, from: number, to: number): CaseColumns => ({
  count: to - from,
  sex: sex.subarray(from, to),
  age: age.subarray(from, to),
  ageDays: ageDays.subarray(from, to),
  birthWeight: birthWeight.subarray(from, to),
  dx: listsOf(dx, from, to),
  px: listsOf(px, from, to),
});

/** Only the codes of these rows: a part pays for its own. */
function listsOf({ offsets, codes, words }: CodeLists, from: number, to: number): CodeLists {
  const first = offsets[from]!;
  return { offsets: offsets.subarray(from, to + 1).map(at => at - first), codes: codes.subarray(first, offsets[to]), words };
}
