/** Names that count up as one: `HCPCS_CD_1`, `HCPCS_CD_2`, `HCPCS_CD_3` -> `HCPCS_CD_1..3`, as profiles write them. */
export function nameRuns(names: readonly string[]): readonly string[] {
  const runs: { readonly first: string; readonly last: Counted | undefined; readonly many: boolean }[] = [];
  for (const name of names) {
    const next = counted(name);
    const run = runs.at(-1);
    const goesOn = next && run?.last && next.stem === run.last.stem && next.tail === run.last.tail && next.number === run.last.number + 1;
    if (goesOn && run) runs[runs.length - 1] = { first: run.first, last: next, many: true };
    else runs.push({ first: name, last: next, many: false });
  }
  return runs.map(({ first, last, many }) =>
    many && last ? first.slice(0, first.length - last.tail.length) + `..${last.digits}${last.tail}` : first,
  );
}

type Counted = { readonly stem: string; readonly digits: string; readonly number: number; readonly tail: string };

function counted(name: string): Counted | undefined {
  const [, stem = '', digits, tail = ''] = /^(.*?)(\d{1,6})(\D*)$/.exec(name) ?? [];
  return digits === undefined ? undefined : { stem, digits, number: Number(digits), tail };
}
