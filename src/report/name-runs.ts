/**
 * Names that count up as one, also where others stand between them: `C07x01N`, `C08x01C`, `C07x02N`, `C08x02C` -> `C07x01..02N`, `C08x01..02C`,
 * as profiles write them. Each stands where the first of its names stood.
 */
export function nameRuns(names: readonly string[]): readonly string[] {
  const runs: Run[] = [];
  const open = new Map<string, Run>();
  for (const name of names) {
    const next = counted(name);
    const kind = next && `${next.stem}\0${next.tail}`;
    const run = kind === undefined ? undefined : open.get(kind);
    if (next && run && next.number === run.last.number + 1) {
      run.last = next;
      continue;
    }
    const begun: Run = { first: name, last: next ?? { stem: name, digits: '', number: 0, tail: '' }, from: next?.number ?? 0 };
    runs.push(begun);
    if (kind !== undefined) open.set(kind, begun);
  }
  return runs.map(({ first, last, from }) =>
    last.number === from ? first : `${first.slice(0, first.length - last.tail.length)}..${last.digits}${last.tail}`,
  );
}

type Run = { readonly first: string; readonly from: number; last: Counted };
type Counted = { readonly stem: string; readonly digits: string; readonly number: number; readonly tail: string };

function counted(name: string): Counted | undefined {
  const [, stem = '', digits, tail = ''] = /^(.*?)(\d{1,6})(\D*)$/.exec(name) ?? [];
  return digits === undefined ? undefined : { stem, digits, number: Number(digits), tail };
}
