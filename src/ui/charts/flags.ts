/** Where the labels of marked lines stand above a plot: beside their line, on as few rows as keep every label and every line clear of the others. */

export type Pole = { readonly x: number; readonly width: number };
/** Rows are counted upwards from the plot; the label fills `x` to `x + width - 1`. */
export type Flag = { readonly row: number; readonly x: number };

/** One for each pole, as given; when not all fit, the last given go without. */
export function flagsOf(
  poles: readonly Pole[],
  { width, rows }: { readonly width: number; readonly rows: number },
): readonly (Flag | undefined)[] {
  for (let kept = poles.length; kept > 0; kept--) {
    for (let used = 1; used <= rows; used++) {
      const flags = placed(poles.slice(0, kept), [], { width, rows: used });
      if (flags) return poles.map((_, i) => flags[i]);
    }
  }
  return poles.map(() => undefined);
}

function placed(
  poles: readonly Pole[],
  flags: readonly Flag[],
  sky: { readonly width: number; readonly rows: number },
): readonly Flag[] | undefined {
  const pole = poles[flags.length];
  if (!pole) return flags;
  for (let row = 0; row < sky.rows; row++) {
    for (const x of [pole.x + 1, pole.x - pole.width]) {
      if (x < 0 || x + pole.width > sky.width) continue;
      const flag = { row, x };
      if (flags.some((other, i) => poles[i] && !clear({ pole, flag }, { pole: poles[i], flag: other }))) continue;
      const all = placed(poles, [...flags, flag], sky);
      if (all) return all;
    }
  }
  return undefined;
}

type Flown = { readonly pole: Pole; readonly flag: Flag };

/** Labels of one row keep a blank between them; a line on its way up does not run through a lower label. */
const clear = (a: Flown, b: Flown): boolean =>
  (a.flag.row !== b.flag.row || a.flag.x > b.flag.x + b.pole.width || b.flag.x > a.flag.x + a.pole.width) && !struck(a, b) && !struck(b, a);

const struck = ({ pole, flag }: Flown, other: Flown): boolean =>
  other.flag.row >= flag.row && other.pole.x >= flag.x && other.pole.x < flag.x + pole.width;
