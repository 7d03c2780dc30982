/** Records in the case layout, drawn from the known answers of a catalogue with a fixed seed; the same seed gives the same text. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const HEADER = 'id,sex,age_years,age_days,weight_g,dept,los_days,discharge_way,dx,px';

export function caseText(
  root: string,
  { catalogue, n, seed }: { readonly catalogue: string; readonly n: number; readonly seed: number },
): string {
  const known = readFileSync(join(root, 'data', 'catalogue', catalogue, 'known-cases.csv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
  const parts = known.map(line => line.split(','));
  const others = parts.flatMap(cells => cells[5]!.split('|').slice(1)).filter(code => code !== '');
  const random = mulberry(seed);
  const lines = [HEADER];
  for (let i = 0; i < n; i++) {
    const [, sex, age, ageDays, weight, dx, px] = parts[Math.floor(random() * parts.length)]!;
    const more = Array.from({ length: Math.floor(random() * 5) }, () => others[Math.floor(random() * others.length)]!);
    const codes = [dx, ...more].join('|');
    lines.push(`B${String(i).padStart(8, '0')},${sex},${age},${ageDays},${weight},${10 + (i % 30)},${1 + (i % 20)},1,${codes},${px}`);
  }
  return `${lines.join('\n')}\n`;
}

/** mulberry32: 32 bits of state, enough to draw test records. */
function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
